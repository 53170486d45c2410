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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * RMSprop (Hinton, Neural Networks for Machine Learning, lecture 6e, 2012), as {@code
 * torch.optim.RMSprop}: {@code eps} is added to the root. The centered form divides by the
 * deviation (Graves, Generating Sequences With Recurrent Neural Networks, 2013).
 */
@Plugin(
    kind = Kind.OPTIMIZER,
    type = "RMSprop",
    summary = "Steps scaled by an average of squared gradients")
public final class RmsProp implements Optimizer {
  private static final UpdateScript SCRIPT = UpdateScript.of(RmsProp.class, "rmsprop");
  private static final String SQUARE = "square_avg";
  private static final String AVERAGE = "grad_avg";
  private static final String BUFFER = "momentum_buffer";
  private static final String[] NUMBERS = {
    "lr", "alpha", "eps", "weight_decay", "momentum", "maximize"
  };

  private final Options options;

  /**
   * Options of {@link RmsProp}.
   *
   * @param lr the step size
   * @param alpha the part of the average of squares that is kept
   * @param eps what keeps the divisor from being zero
   * @param weightDecay the part of the parameter that is added to its gradient
   * @param momentum the part of the buffer that is kept
   * @param centered whether to divide by the deviation
   * @param maximize whether to climb
   * @param ignored what has no effect
   */
  public record Options(
      @Doc("learning rate") @Default("0.01") @Range(min = 0) double lr,
      @Doc("part of the average of squared gradients that is kept") @Default("0.99") @Range(min = 0)
          double alpha,
      @Doc("added to the root of the averaged squares") @Default("1e-8") @Range(min = 0) double eps,
      @Doc("part of the parameter that is added to its gradient") @Default("0.0") @Range(min = 0)
          double weightDecay,
      @Doc("part of the momentum buffer that is kept; 0 keeps no buffer")
          @Default("0.0")
          @Range(min = 0)
          double momentum,
      @Doc("divide by the deviation of gradients rather than by their size") @Default("false")
          boolean centered,
      @Doc("climb instead of descending") @Default("false") boolean maximize,
      @Inline IgnoredOptions ignored) {}

  /**
   * Makes the optimizer.
   *
   * @param options the options
   */
  public RmsProp(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Map<String, Double> hyperParameters() {
    return Map.of(
        "lr", options.lr(),
        "alpha", options.alpha(),
        "eps", options.eps(),
        "weight_decay", options.weightDecay(),
        "momentum", options.momentum(),
        "maximize", Groups.number(options.maximize()));
  }

  @Override
  public List<String> slots() {
    List<String> slots = new ArrayList<>(List.of(SQUARE));
    if (options.centered()) {
      slots.add(AVERAGE);
    }
    if (options.momentum() > 0) {
      slots.add(BUFFER);
    }
    return slots;
  }

  @Override
  public void update(OptimizerOps ops, ParameterGroup group) {
    ops.run(
        SCRIPT,
        List.of(
            group.parameters(),
            group.gradients(),
            group.slot(SQUARE),
            Groups.slotIf(options.centered(), group, AVERAGE),
            Groups.slotIf(group.hyperParameter("momentum") > 0, group, BUFFER)),
        Groups.numbers(group, NUMBERS, Groups.number(options.centered())));
  }
}
