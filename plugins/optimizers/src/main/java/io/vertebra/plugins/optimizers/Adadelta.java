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
 * Adadelta (Zeiler, ADADELTA: An Adaptive Learning Rate Method, 2012), as {@code
 * torch.optim.Adadelta}.
 */
@Plugin(
    kind = Kind.OPTIMIZER,
    type = "Adadelta",
    summary = "Steps of the size of the steps before, without a learning rate of its own")
public final class Adadelta implements Optimizer {
  private static final UpdateScript SCRIPT = UpdateScript.of(Adadelta.class, "adadelta");
  private static final String SQUARE = "square_avg";
  private static final String DELTA = "acc_delta";
  private static final String[] NUMBERS = {"lr", "rho", "eps", "weight_decay", "maximize"};

  private final Options options;

  /**
   * Options of {@link Adadelta}.
   *
   * @param lr what each step is multiplied by
   * @param rho the part of the averages that is kept
   * @param eps what keeps the divisor from being zero
   * @param weightDecay the part of the parameter that is added to its gradient
   * @param maximize whether to climb
   * @param ignored what has no effect
   */
  public record Options(
      @Doc("what each step is multiplied by") @Default("1.0") @Range(min = 0) double lr,
      @Doc("part of the averages of squares that is kept") @Default("0.9") @Range(min = 0, max = 1)
          double rho,
      @Doc("added to the averages before the root is taken") @Default("1e-6") @Range(min = 0)
          double eps,
      @Doc("part of the parameter that is added to its gradient") @Default("0.0") @Range(min = 0)
          double weightDecay,
      @Doc("climb instead of descending") @Default("false") boolean maximize,
      @Inline IgnoredOptions ignored) {}

  /**
   * Makes the optimizer.
   *
   * @param options the options
   */
  public Adadelta(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Map<String, Double> hyperParameters() {
    return Map.of(
        "lr", options.lr(),
        "rho", options.rho(),
        "eps", options.eps(),
        "weight_decay", options.weightDecay(),
        "maximize", Groups.number(options.maximize()));
  }

  @Override
  public List<String> slots() {
    return List.of(SQUARE, DELTA);
  }

  @Override
  public void update(OptimizerOps ops, ParameterGroup group) {
    ops.run(
        SCRIPT,
        List.of(group.parameters(), group.gradients(), group.slot(SQUARE), group.slot(DELTA)),
        Groups.numbers(group, NUMBERS));
  }
}
