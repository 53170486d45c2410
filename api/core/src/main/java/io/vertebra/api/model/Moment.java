package io.vertebra.api.model;

import static java.util.Objects.requireNonNull;

import java.util.random.RandomGenerator;

/**
 * The iteration of training that a pass belongs to.
 *
 * @param epoch finished epochs, or passes through the data where a run counts iterations
 * @param random what is drawn on the host in this iteration; it follows from the seed of the run
 *     and the number of the iteration alone, so that a run that goes on draws the same
 */
public record Moment(int epoch, RandomGenerator random) {
  /** Checks that there is something to draw from. */
  public Moment {
    requireNonNull(random, "random is null");
  }
}
