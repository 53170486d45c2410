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
 * Adam that looks ahead along its momentum (Dozat, Incorporating Nesterov Momentum into Adam,
 * 2016), as {@code torch.optim.NAdam}.
 */
@Plugin(
    kind = Kind.OPTIMIZER,
    type = "NAdam",
    summary = "Adam with Nesterov's look-ahead along a momentum that grows")
public final class NAdam implements Optimizer {
  private static final UpdateScript SCRIPT = UpdateScript.of(NAdam.class, "nadam");

  /** The base of the growth of the momentum, fixed in the paper. */
  private static final double GROWTH = 0.96;

  /** A product of momenta below this no longer changes its difference to 1. */
  private static final double NEGLIGIBLE = 1e-20;

  private static final String[] NUMBERS = {
    "lr", "beta1", "beta2", "eps", "weight_decay", "maximize", "decoupled_weight_decay"
  };

  private final Options options;

  /**
   * Options of {@link NAdam}.
   *
   * @param lr the step size
   * @param weightDecay how much parameters decay
   * @param momentumDecay how fast the momentum grows to the first beta
   * @param decoupledWeightDecay whether the decay shrinks parameters apart from the gradient
   * @param moments how gradients are averaged
   * @param ignored what has no effect
   */
  public record Options(
      @Doc("learning rate") @Default("0.002") @Range(min = 0) double lr,
      @Doc("part of the parameter that is added to its gradient") @Default("0.0") @Range(min = 0)
          double weightDecay,
      @Doc("how fast the momentum grows from half of the first beta to all of it")
          @Default("0.004")
          @Range(min = 0)
          double momentumDecay,
      @Doc("let the decay shrink parameters, as AdamW does") @Default("false")
          boolean decoupledWeightDecay,
      @Inline MomentOptions moments,
      @Inline IgnoredOptions ignored) {}

  /**
   * Makes the optimizer.
   *
   * @param options the options
   */
  public NAdam(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Map<String, Double> hyperParameters() {
    Map<String, Double> values =
        options.moments().hyperParameters(options.lr(), options.weightDecay());
    values.put("momentum_decay", options.momentumDecay());
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
    double lr = group.hyperParameter("lr");
    double momentum = momentum(group, step);
    double next = momentum(group, step + 1);
    double product = product(group, step);
    ops.run(
        SCRIPT,
        List.of(
            group.parameters(),
            group.gradients(),
            group.slot(MomentOptions.AVERAGE),
            group.slot(MomentOptions.SQUARE)),
        Groups.numbers(
            group,
            NUMBERS,
            lr * (1 - momentum) / (1 - product),
            lr * next / (1 - product * next),
            Math.sqrt(1 - Math.pow(group.hyperParameter("beta2"), step))));
  }

  private static double momentum(ParameterGroup group, double step) {
    double growth = Math.pow(GROWTH, step * group.hyperParameter("momentum_decay"));
    return group.hyperParameter("beta1") * (1 - 0.5 * growth);
  }

  /** The product of the momenta of all steps, with the present first beta. */
  private static double product(ParameterGroup group, double step) {
    double product = 1;
    for (int i = 1; i <= step && product > NEGLIGIBLE; i++) {
      product *= momentum(group, i);
    }
    return product;
  }
}
