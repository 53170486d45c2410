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
import io.vertebra.api.train.UpdateScript;
import java.util.List;
import java.util.Map;

/**
 * Adam with a rectified variance (Liu et al., On the Variance of the Adaptive Learning Rate and
 * Beyond, 2020, algorithm 2), as {@code torch.optim.RAdam}: while the average of squares rests on
 * too few gradients, it does not scale the step.
 */
@Plugin(
    kind = Kind.OPTIMIZER,
    type = "RAdam",
    summary = "Adam that does not scale its first steps, and the next ones less")
public final class RAdam implements Optimizer {
  private static final UpdateScript SCRIPT = UpdateScript.of(RAdam.class, "radam");

  /** The length of the average from which on its variance is finite enough, as PyTorch has it. */
  private static final double TRACTABLE = 5;

  private static final String[] NUMBERS = {
    "lr", "beta1", "beta2", "eps", "weight_decay", "maximize", "decoupled_weight_decay"
  };

  private final Options options;

  /**
   * Options of {@link RAdam}.
   *
   * @param lr the step size
   * @param weightDecay how much parameters decay
   * @param decoupledWeightDecay whether the decay shrinks parameters apart from the gradient
   * @param moments how gradients are averaged
   * @param ignored what has no effect
   */
  public record Options(
      @Doc("learning rate") @Default("0.001") @Range(min = 0) double lr,
      @Doc("part of the parameter that is added to its gradient") @Default("0.0") @Range(min = 0)
          double weightDecay,
      @Doc("let the decay shrink parameters, as AdamW does") @Default("false")
          boolean decoupledWeightDecay,
      @Inline MomentOptions moments,
      @Inline IgnoredOptions ignored) {}

  /**
   * Makes the optimizer.
   *
   * @param options the options
   */
  public RAdam(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Map<String, Double> hyperParameters() {
    Map<String, Double> values =
        options.moments().hyperParameters(options.lr(), options.weightDecay());
    values.put("decoupled_weight_decay", Groups.number(options.decoupledWeightDecay()));
    return values;
  }

  @Override
  public List<String> slots() {
    return List.of(MomentOptions.AVERAGE, MomentOptions.SQUARE);
  }

  @Override
  public void update(OptimizerOps ops, ParameterGroup group) {
    double step = Groups.step(group);
    double rate = group.hyperParameter("lr") / (1 - Math.pow(group.hyperParameter("beta1"), step));
    double scale = scale(group.hyperParameter("beta2"), step);
    boolean rectified = scale > 0;
    ops.run(
        SCRIPT,
        List.of(
            group.parameters(),
            group.gradients(),
            group.slot(MomentOptions.AVERAGE),
            group.slot(MomentOptions.SQUARE)),
        Groups.numbers(group, NUMBERS, rectified ? rate * scale : rate, Groups.number(rectified)));
  }

  /** Rectification times bias correction; 0 where the average does not scale the step. */
  private static double scale(double beta2, double step) {
    double kept = Math.pow(beta2, step);
    double longest = 2 / (1 - beta2) - 1;
    double length = longest - 2 * step * kept / (1 - kept);
    if (length <= TRACTABLE) {
      return 0;
    }
    double rectification =
        (length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length);
    return Math.sqrt(rectification) * Math.sqrt(1 - kept);
  }
}
