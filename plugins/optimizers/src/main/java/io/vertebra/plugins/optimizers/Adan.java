package io.vertebra.plugins.optimizers;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Optimizer;
import io.vertebra.api.train.OptimizerOps;
import io.vertebra.api.train.ParameterGroup;
import io.vertebra.api.train.TensorList;
import io.vertebra.api.train.UpdateScript;
import java.util.List;
import java.util.Map;

/**
 * Adan (Xie et al., Adan: Adaptive Nesterov Momentum Algorithm for Faster Optimizing Deep Models,
 * 2022), as MMPretrain's {@code Adan}: it averages gradients, their differences from step to step,
 * and the squares of both together. The first difference is zero.
 */
@Plugin(
    kind = Kind.OPTIMIZER,
    type = "Adan",
    summary = "Adam with a Nesterov momentum of gradient differences")
public final class Adan implements Optimizer {
  private static final UpdateScript SCRIPT = UpdateScript.of(Adan.class, "adan");
  private static final String DIFFERENCE = "exp_avg_diff";
  private static final String PREVIOUS = "neg_pre_grad";
  private static final String[] NUMBERS = {
    "lr", "beta1", "beta2", "beta3", "eps", "weight_decay", "no_prox"
  };

  private final Options options;

  /**
   * Options of {@link Adan}.
   *
   * @param lr the step size
   * @param betas the parts of the three averages that are kept
   * @param eps what keeps the divisor from being zero
   * @param weightDecay how much parameters decay
   * @param maxGradNorm the largest norm of all gradients
   * @param noProx whether parameters are multiplied before the step rather than divided after it
   * @param ignored what has no effect
   */
  public record Options(
      @Doc("learning rate") @Default("0.001") @Range(min = 0) double lr,
      @Doc("parts of the averages of gradients, differences and squares that are kept")
          @Default("[0.98, 0.92, 0.99]")
          List<Double> betas,
      @Doc("added to the root of the averaged squares, and to the norm of gradients")
          @Default("1e-8")
          @Range(min = 0)
          double eps,
      @Doc("part that parameters shrink by, times the learning rate")
          @Default("0.0")
          @Range(min = 0)
          double weightDecay,
      @Doc("largest norm of the gradients of all groups together; 0 does not clip")
          @Default("0.0")
          @Range(min = 0)
          double maxGradNorm,
      @Doc("shrink parameters before the step, as AdamW does, rather than after it")
          @Default("false")
          boolean noProx,
      @Inline IgnoredOptions ignored) {
    /** Checks the betas. */
    public Options {
      betas = List.copyOf(betas);
      if (betas.size() != 3) {
        throw new IllegalArgumentException("expected three betas, but there are " + betas.size());
      }
      betas.forEach(Betas::check);
    }
  }

  /**
   * Makes the optimizer.
   *
   * @param options the options
   */
  public Adan(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Map<String, Double> hyperParameters() {
    return Map.of(
        "lr", options.lr(),
        "beta1", options.betas().get(0),
        "beta2", options.betas().get(1),
        "beta3", options.betas().get(2),
        "eps", options.eps(),
        "weight_decay", options.weightDecay(),
        "no_prox", Groups.number(options.noProx()));
  }

  @Override
  public List<String> slots() {
    return List.of(MomentOptions.AVERAGE, MomentOptions.SQUARE, DIFFERENCE, PREVIOUS);
  }

  @Override
  public void prepare(OptimizerOps ops, TensorList gradients) {
    new GradientClip(options.maxGradNorm(), options.eps()).apply(ops, gradients);
  }

  @Override
  public void update(OptimizerOps ops, ParameterGroup group) {
    ops.run(
        SCRIPT,
        List.of(
            group.parameters(),
            group.gradients(),
            group.slot(MomentOptions.AVERAGE),
            group.slot(MomentOptions.SQUARE),
            group.slot(DIFFERENCE),
            group.slot(PREVIOUS)),
        Groups.numbers(
            group,
            NUMBERS,
            correction(group, "beta1"),
            correction(group, "beta2"),
            Math.sqrt(correction(group, "beta3")),
            Groups.number(group.step() == 0)));
  }

  private static double correction(ParameterGroup group, String beta) {
    return 1 - Math.pow(group.hyperParameter(beta), Groups.step(group));
  }
}
