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
 * Stochastic gradient descent with momentum (Sutskever et al., On the importance of initialization
 * and momentum in deep learning, 2013), as {@code torch.optim.SGD}: the learning rate is outside
 * the momentum buffer, which the first gradient enters undamped.
 */
@Plugin(
    kind = Kind.OPTIMIZER,
    type = "SGD",
    summary = "Stochastic gradient descent, with momentum and Nesterov's look-ahead")
public final class Sgd implements Optimizer {
  private static final UpdateScript SCRIPT = UpdateScript.of(Sgd.class, "sgd");
  private static final String BUFFER = "momentum_buffer";
  private static final String[] NUMBERS = {
    "lr", "momentum", "dampening", "weight_decay", "nesterov", "maximize"
  };

  private final Options options;

  /**
   * Options of {@link Sgd}.
   *
   * @param lr the step size
   * @param momentum the part of the buffer that is kept
   * @param dampening the part of the gradient that does not enter the buffer
   * @param weightDecay the part of the parameter that is added to its gradient
   * @param nesterov whether to look ahead along the momentum
   * @param maximize whether to climb
   * @param ignored what has no effect
   */
  public record Options(
      @Doc("learning rate") @Default("0.001") @Range(min = 0) double lr,
      @Doc("part of the momentum buffer that is kept; 0 keeps no buffer")
          @Default("0.0")
          @Range(min = 0)
          double momentum,
      @Doc("part of the gradient that does not enter the momentum buffer") @Default("0.0")
          double dampening,
      @Doc("part of the parameter that is added to its gradient") @Default("0.0") @Range(min = 0)
          double weightDecay,
      @Doc("look ahead along the momentum (Nesterov)") @Default("false") boolean nesterov,
      @Doc("climb instead of descending") @Default("false") boolean maximize,
      @Inline IgnoredOptions ignored) {
    /** Checks that there is a momentum to look ahead along. */
    public Options {
      Momentum.checkNesterov(nesterov, momentum, dampening);
    }
  }

  /**
   * Makes the optimizer.
   *
   * @param options the options
   */
  public Sgd(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Map<String, Double> hyperParameters() {
    return Map.of(
        "lr", options.lr(),
        "momentum", options.momentum(),
        "dampening", options.dampening(),
        "weight_decay", options.weightDecay(),
        "nesterov", Groups.number(options.nesterov()),
        "maximize", Groups.number(options.maximize()));
  }

  @Override
  public List<String> slots() {
    return keepsBuffer() ? List.of(BUFFER) : List.of();
  }

  @Override
  public void update(OptimizerOps ops, ParameterGroup group) {
    ops.run(
        SCRIPT,
        List.of(
            group.parameters(),
            group.gradients(),
            Groups.slotIf(group.hyperParameter("momentum") != 0, group, BUFFER)),
        Groups.numbers(group, NUMBERS, Groups.number(group.step() == 0)));
  }

  private boolean keepsBuffer() {
    return options.momentum() != 0;
  }
}
