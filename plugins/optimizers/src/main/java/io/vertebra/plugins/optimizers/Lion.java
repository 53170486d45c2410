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
import java.util.Optional;

/**
 * Lion (Chen et al., Symbolic Discovery of Optimization Algorithms, 2023, algorithm 2): every
 * component moves by the learning rate, in the direction of a sign.
 */
@Plugin(kind = Kind.OPTIMIZER, type = "Lion", summary = "Steps of the sign of an averaged gradient")
public final class Lion implements Optimizer {
  private static final UpdateScript SCRIPT = UpdateScript.of(Lion.class, "lion");
  private static final String[] NUMBERS = {"lr", "beta1", "beta2", "weight_decay", "maximize"};

  private final Options options;

  /**
   * Options of {@link Lion}.
   *
   * @param lr the step size
   * @param betas how much of the average enters the step, and how much of it is kept
   * @param weightDecay how much parameters decay
   * @param maximize whether to climb
   * @param useTriton accepted, without effect
   * @param ignored what has no effect
   */
  public record Options(
      @Doc("learning rate") @Default("0.0001") @Range(min = 0) double lr,
      @Doc("parts of the average that enter the step and that are kept after it")
          @Default("[0.9, 0.99]")
          Betas betas,
      @Doc("part that parameters shrink by, times the learning rate")
          @Default("0.0")
          @Range(min = 0)
          double weightDecay,
      @Doc("climb instead of descending") @Default("false") boolean maximize,
      @Doc("accepted, without effect") Optional<Boolean> useTriton,
      @Inline IgnoredOptions ignored) {}

  /**
   * Makes the optimizer.
   *
   * @param options the options
   */
  public Lion(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Map<String, Double> hyperParameters() {
    return Map.of(
        "lr", options.lr(),
        "beta1", options.betas().first(),
        "beta2", options.betas().second(),
        "weight_decay", options.weightDecay(),
        "maximize", Groups.number(options.maximize()));
  }

  @Override
  public List<String> slots() {
    return List.of(MomentOptions.AVERAGE);
  }

  @Override
  public void update(OptimizerOps ops, ParameterGroup group) {
    ops.run(
        SCRIPT,
        List.of(group.parameters(), group.gradients(), group.slot(MomentOptions.AVERAGE)),
        Groups.numbers(group, NUMBERS));
  }
}
