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
import java.util.List;
import java.util.Map;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, Decoupled Weight Decay Regularization,
 * 2019), as {@code torch.optim.AdamW}: parameters shrink by {@code lr * weight_decay}.
 */
@Plugin(
    kind = Kind.OPTIMIZER,
    type = "AdamW",
    summary = "Adam whose weight decay shrinks parameters apart from the gradient")
public final class AdamW implements Optimizer {
  private final Options options;
  private final AdamRule rule;

  /**
   * Options of {@link AdamW}.
   *
   * @param lr the step size
   * @param weightDecay part that parameters shrink by, times the learning rate
   * @param amsgrad whether to divide by the largest average so far
   * @param moments how gradients are averaged
   * @param ignored what has no effect
   */
  public record Options(
      @Doc("learning rate") @Default("0.001") @Range(min = 0) double lr,
      @Doc("part that parameters shrink by, times the learning rate")
          @Default("0.01")
          @Range(min = 0)
          double weightDecay,
      @Doc("divide by the largest average of squares so far (AMSGrad)") @Default("false")
          boolean amsgrad,
      @Inline MomentOptions moments,
      @Inline IgnoredOptions ignored) {}

  /**
   * Makes the optimizer.
   *
   * @param options the options
   */
  public AdamW(Options options) {
    this.options = requireNonNull(options, "options is null");
    this.rule = new AdamRule(true, options.amsgrad());
  }

  @Override
  public Map<String, Double> hyperParameters() {
    return options.moments().hyperParameters(options.lr(), options.weightDecay());
  }

  @Override
  public List<String> slots() {
    return rule.slots();
  }

  @Override
  public void update(OptimizerOps ops, ParameterGroup group) {
    rule.update(ops, group);
  }
}
