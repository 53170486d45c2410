package io.vertebra.plugins.schedules;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import java.util.Optional;

/**
 * The value that a schedule falls to.
 *
 * @param etaMin the value itself
 * @param etaMinRatio the value as a part of the one that the run began with
 */
public record LowestValue(
    @Doc("lowest value; 0 where neither this nor eta_min_ratio is given") @Range(min = 0)
        Optional<Double> etaMin,
    @Doc("lowest value, as a part of the value that the run began with") @Range(min = 0)
        Optional<Double> etaMinRatio) {
  /** Checks that the lowest value is given once. */
  public LowestValue {
    if (etaMin.isPresent() && etaMinRatio.isPresent()) {
      throw new IllegalArgumentException(
          "eta_min and eta_min_ratio both give the lowest value: leave one of them out");
    }
  }

  double of(double initial) {
    return etaMinRatio.map(ratio -> ratio * initial).or(() -> etaMin).orElse(0.0);
  }
}
