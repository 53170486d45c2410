package io.vertebra.plugins.optimizers;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import java.util.HashMap;
import java.util.Map;

/**
 * Options of the rules that keep averages of gradients and of their squares, with the defaults of
 * {@code torch.optim}.
 *
 * @param betas how much the averages keep
 * @param eps what keeps the divisor from being zero
 * @param maximize whether to climb
 */
public record MomentOptions(
    @Doc("parts of the averages of gradients and of their squares that are kept")
        @Default("[0.9, 0.999]")
        Betas betas,
    @Doc("added to the root of the averaged squares") @Default("1e-8") @Range(min = 0) double eps,
    @Doc("climb instead of descending") @Default("false") boolean maximize) {
  static final String AVERAGE = "exp_avg";
  static final String SQUARE = "exp_avg_sq";

  /** Checks that the betas are there. */
  public MomentOptions {
    requireNonNull(betas, "betas is null");
  }

  /** All numbers that these rules have in common, in a map that may be added to. */
  Map<String, Double> hyperParameters(double lr, double weightDecay) {
    Map<String, Double> values = new HashMap<>();
    values.put("lr", lr);
    values.put("beta1", betas.first());
    values.put("beta2", betas.second());
    values.put("eps", eps);
    values.put("weight_decay", weightDecay);
    values.put("maximize", Groups.number(maximize));
    return values;
  }
}
