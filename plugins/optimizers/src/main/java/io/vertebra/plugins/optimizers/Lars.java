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
import io.vertebra.api.train.UpdateScript;
import java.util.List;
import java.util.Map;

/**
 * Layer-wise adaptive rate scaling (You, Gitman and Ginsburg, Large Batch Training of Convolutional
 * Networks, 2017, algorithm 1), as MMPretrain's {@code LARS}: the learning rate is inside the
 * momentum buffer, and a layer whose weights or gradients are zero keeps the global rate. Groups
 * with {@code lars_exclude: true} keep it too.
 */
@Plugin(
    kind = Kind.OPTIMIZER,
    type = "LARS",
    summary = "Gradient descent whose rate in each layer follows the size of its weights")
public final class Lars implements Optimizer {
  private static final UpdateScript SCRIPT = UpdateScript.of(Lars.class, "lars");
  private static final String BUFFER = "momentum_buffer";
  private static final String[] NUMBERS = {
    "lr", "momentum", "dampening", "weight_decay", "nesterov", "eta", "eps", "lars_exclude"
  };

  private final Options options;

  /**
   * Options of {@link Lars}.
   *
   * @param lr the global step size
   * @param momentum the part of the buffer that is kept
   * @param weightDecay the part of the parameter that is added to its gradient
   * @param dampening the part of the step that does not enter the buffer
   * @param eta the step size of a layer as a part of the size of its weights
   * @param nesterov whether to look ahead along the momentum
   * @param eps what keeps the divisor from being zero
   */
  public record Options(
      @Doc("global learning rate") @Range(min = 0) double lr,
      @Doc("part of the momentum buffer that is kept; 0 keeps no buffer")
          @Default("0.0")
          @Range(min = 0)
          double momentum,
      @Doc("part of the parameter that is added to its gradient") @Default("0.0") @Range(min = 0)
          double weightDecay,
      @Doc("part of the step that does not enter the momentum buffer") @Default("0.0")
          double dampening,
      @Doc("trust in a layer: its step as a part of the norm of its weights")
          @Default("0.001")
          @Range(min = 0)
          double eta,
      @Doc("look ahead along the momentum (Nesterov)") @Default("false") boolean nesterov,
      @Doc("added to the sum of norms that is divided by") @Default("1e-8") @Range(min = 0)
          double eps) {
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
  public Lars(Options options) {
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
        "eta", options.eta(),
        "eps", options.eps(),
        "lars_exclude", 0.0);
  }

  @Override
  public List<String> slots() {
    return options.momentum() != 0 ? List.of(BUFFER) : List.of();
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
}
