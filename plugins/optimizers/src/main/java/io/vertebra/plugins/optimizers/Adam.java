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
 * Adam (Kingma and Ba, Adam: A Method for Stochastic Optimization, 2015), as {@code
 * torch.optim.Adam}: the weight decay is added to the gradient.
 */
@Plugin(
    kind = Kind.OPTIMIZER,
    type = "Adam",
    summary = "Adam: steps scaled by averages of gradients and of their squares")
public final class Adam implements Optimizer {
  private final Options options;
  private final AdamRule rule;

  /**
   * Options of {@link Adam}.
   *
   * @param lr the step size
   * @param weightDecay part of the parameter that is added to its gradient
   * @param amsgrad whether to divide by the largest average so far
   * @param moments how gradients are averaged
   * @param ignored what has no effect
   */
  public record Options(
      @Doc("learning rate") @Default("0.001") @Range(min = 0) double lr,
      @Doc("part of the parameter that is added to its gradient") @Default("0.0") @Range(min = 0)
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
  public Adam(Options options) {
    this.options = requireNonNull(options, "options is null");
    this.rule = new AdamRule(false, options.amsgrad());
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
