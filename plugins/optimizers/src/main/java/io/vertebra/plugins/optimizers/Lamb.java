package io.vertebra.plugins.optimizers;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
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
 * LAMB (You et al., Large Batch Optimization for Deep Learning: Training BERT in 76 minutes, 2020),
 * as MMPretrain's {@code Lamb}: first the gradients of all groups together are clipped, and groups
 * without weight decay take the step of Adam unless {@code always_adapt} is set.
 */
@Plugin(
    kind = Kind.OPTIMIZER,
    type = "Lamb",
    summary = "Adam whose step in each layer follows the size of its weights")
public final class Lamb implements Optimizer {
  private static final UpdateScript SCRIPT = UpdateScript.of(Lamb.class, "lamb");
  private static final String[] NUMBERS = {
    "lr", "beta1", "beta2", "eps", "weight_decay", "grad_averaging", "trust_clip", "always_adapt"
  };

  private final Options options;

  /**
   * Options of {@link Lamb}.
   *
   * @param lr the step size
   * @param biasCorrection whether averages are corrected for their start at zero
   * @param betas how much the averages keep
   * @param eps what keeps the divisor from being zero
   * @param weightDecay the part of the parameter that is added to its step
   * @param gradAveraging whether gradients enter their average with what it does not keep
   * @param maxGradNorm the largest norm of all gradients
   * @param trustClip whether the step may grow beyond Adam's
   * @param alwaysAdapt whether groups without decay follow the size of their weights too
   */
  public record Options(
      @Doc("learning rate") @Default("0.001") @Range(min = 0) double lr,
      @Doc("correct averages for their start at zero") @Default("true") boolean biasCorrection,
      @Doc("parts of the averages of gradients and of their squares that are kept")
          @Default("[0.9, 0.999]")
          Betas betas,
      @Doc("added to the root of the averaged squares") @Default("1e-6") @Range(min = 0) double eps,
      @Doc("part of the parameter that is added to its step") @Default("0.01") @Range(min = 0)
          double weightDecay,
      @Doc("let gradients enter their average with 1 - beta1 rather than 1") @Default("true")
          boolean gradAveraging,
      @Doc("largest norm of the gradients of all groups together; 0 does not clip")
          @Default("1.0")
          @Range(min = 0)
          double maxGradNorm,
      @Doc("let no step become longer than Adam's") @Default("false") boolean trustClip,
      @Doc("follow the size of weights in groups without weight decay too") @Default("false")
          boolean alwaysAdapt) {}

  /**
   * Makes the optimizer.
   *
   * @param options the options
   */
  public Lamb(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Map<String, Double> hyperParameters() {
    return Map.of(
        "lr", options.lr(),
        "beta1", options.betas().first(),
        "beta2", options.betas().second(),
        "eps", options.eps(),
        "weight_decay", options.weightDecay(),
        "bias_correction", Groups.number(options.biasCorrection()),
        "grad_averaging", Groups.number(options.gradAveraging()),
        "trust_clip", Groups.number(options.trustClip()),
        "always_adapt", Groups.number(options.alwaysAdapt()));
  }

  @Override
  public List<String> slots() {
    return List.of(MomentOptions.AVERAGE, MomentOptions.SQUARE);
  }

  @Override
  public void prepare(OptimizerOps ops, TensorList gradients) {
    new GradientClip(options.maxGradNorm(), 0).apply(ops, gradients);
  }

  @Override
  public void update(OptimizerOps ops, ParameterGroup group) {
    ops.run(
        SCRIPT,
        List.of(
            group.parameters(),
            group.gradients(),
            group.slot(MomentOptions.AVERAGE),
            group.slot(MomentOptions.SQUARE)),
        Groups.numbers(
            group, NUMBERS, correction(group, "beta1"), Math.sqrt(correction(group, "beta2"))));
  }

  private static double correction(ParameterGroup group, String beta) {
    return group.hyperParameter("bias_correction") == 0
        ? 1
        : 1 - Math.pow(group.hyperParameter(beta), Groups.step(group));
  }
}
