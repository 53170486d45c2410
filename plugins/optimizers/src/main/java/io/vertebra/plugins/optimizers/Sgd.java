package io.vertebra.plugins.optimizers;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Optimizer;
import io.vertebra.api.train.OptimizerOps;
import io.vertebra.api.train.OptimizerOps.SgdSettings;
import io.vertebra.api.train.ParameterGroup;
import java.util.List;
import java.util.Map;

/**
 * Stochastic gradient descent with momentum, as {@code torch.optim.SGD}: the first gradient enters
 * the momentum buffer undamped.
 */
@Plugin(
    kind = Kind.OPTIMIZER,
    type = "SGD",
    summary = "Stochastic gradient descent, with momentum and Nesterov's look-ahead")
public final class Sgd implements Optimizer {
  private static final String LEARNING_RATE = "lr";
  private static final String MOMENTUM = "momentum";
  private static final String WEIGHT_DECAY = "weight_decay";
  private static final String BUFFER = "momentum_buffer";

  private final Options options;

  /**
   * Options of {@link Sgd}.
   *
   * @param lr the step size
   * @param momentum the part of the buffer that is kept
   * @param dampening the part of the gradient that does not enter the buffer
   * @param weightDecay the part of the parameter that is added to its gradient
   * @param nesterov whether to look ahead along the momentum
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
      @Doc("look ahead along the momentum (Nesterov)") @Default("false") boolean nesterov) {
    /** Checks that there is a momentum to look ahead along. */
    public Options {
      if (nesterov && (momentum <= 0 || dampening != 0)) {
        throw new IllegalArgumentException(
            "nesterov needs momentum greater than 0 and dampening 0, but they are %s and %s"
                .formatted(momentum, dampening));
      }
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
        LEARNING_RATE, options.lr(),
        MOMENTUM, options.momentum(),
        WEIGHT_DECAY, options.weightDecay());
  }

  @Override
  public List<String> slots() {
    return keepsBuffer() ? List.of(BUFFER) : List.of();
  }

  @Override
  public void update(OptimizerOps ops, ParameterGroup group) {
    SgdSettings settings =
        new SgdSettings(
            group.hyperParameter(LEARNING_RATE),
            group.hyperParameter(MOMENTUM),
            options.dampening(),
            group.hyperParameter(WEIGHT_DECAY),
            options.nesterov());
    ops.sgd(group, keepsBuffer() ? group.slot(BUFFER) : null, settings);
  }

  private boolean keepsBuffer() {
    return options.momentum() != 0;
  }
}
