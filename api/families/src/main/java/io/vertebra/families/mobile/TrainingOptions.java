package io.vertebra.families.mobile;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;

/**
 * How a network behaves in training.
 *
 * @param normEval whether norms keep to their running statistics in training
 * @param withCp whether activations are computed again instead of kept; only false
 */
public record TrainingOptions(
    @Doc("whether norms keep to their running statistics in training") @Default("false")
        boolean normEval,
    @Doc("computing activations again instead of keeping them; it is not there, so leave it false")
        @Default("false")
        boolean withCp) {
  /** Refuses what is not there. */
  public TrainingOptions {
    if (withCp) {
      throw new IllegalArgumentException(
          "with_cp is true, but activations are always kept: leave it out, and lower the batch"
              + " size where memory is short");
    }
  }
}
