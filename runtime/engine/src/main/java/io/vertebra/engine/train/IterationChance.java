package io.vertebra.engine.train;

import io.vertebra.api.model.Moment;
import java.util.SplittableRandom;

/**
 * What an iteration draws from. It must not depend on what was drawn before: a run can be resumed.
 *
 * @param seed the seed of the run
 * @param iteration the number of the iteration
 */
record IterationChance(long seed, long iteration) {
  /** The seed of the native library. */
  long library() {
    return new SplittableRandom(seed + iteration).nextLong();
  }

  /** What is drawn on the host, from the beginning. */
  Moment moment(int epoch) {
    return new Moment(epoch, new SplittableRandom(library()));
  }
}
