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
 * Adagrad (Duchi, Hazan and Singer, Adaptive Subgradient Methods for Online Learning and Stochastic
 * Optimization, 2011), as {@code torch.optim.Adagrad}.
 */
@Plugin(
    kind = Kind.OPTIMIZER,
    type = "Adagrad",
    summary = "Steps scaled by the sum of all squared gradients")
public final class Adagrad implements Optimizer {
  private static final UpdateScript SCRIPT = UpdateScript.of(Adagrad.class, "adagrad");
  private static final String SUM = "sum";
  private static final String[] NUMBERS = {"lr", "lr_decay", "eps", "weight_decay", "maximize"};

  private final Options options;

  /**
   * Options of {@link Adagrad}.
   *
   * @param lr the step size
   * @param lrDecay how fast the step size falls
   * @param weightDecay the part of the parameter that is added to its gradient
   * @param initialAccumulatorValue what the sums begin with
   * @param eps what keeps the divisor from being zero
   * @param maximize whether to climb
   * @param ignored what has no effect
   */
  public record Options(
      @Doc("learning rate") @Default("0.01") @Range(min = 0) double lr,
      @Doc("the learning rate of step t, from 0, is divided by 1 + t * lr_decay")
          @Default("0.0")
          @Range(min = 0)
          double lrDecay,
      @Doc("part of the parameter that is added to its gradient") @Default("0.0") @Range(min = 0)
          double weightDecay,
      @Doc("what the sums of squares begin with") @Default("0.0") @Range(min = 0)
          double initialAccumulatorValue,
      @Doc("added to the root of the sum") @Default("1e-10") @Range(min = 0) double eps,
      @Doc("climb instead of descending") @Default("false") boolean maximize,
      @Inline IgnoredOptions ignored) {}

  /**
   * Makes the optimizer.
   *
   * @param options the options
   */
  public Adagrad(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Map<String, Double> hyperParameters() {
    return Map.of(
        "lr", options.lr(),
        "lr_decay", options.lrDecay(),
        "eps", options.eps(),
        "weight_decay", options.weightDecay(),
        "maximize", Groups.number(options.maximize()));
  }

  @Override
  public List<String> slots() {
    return List.of(SUM);
  }

  @Override
  public void update(OptimizerOps ops, ParameterGroup group) {
    ops.run(
        SCRIPT,
        List.of(group.parameters(), group.gradients(), group.slot(SUM)),
        Groups.numbers(group, NUMBERS, options.initialAccumulatorValue(), Groups.step(group) - 1));
  }
}
