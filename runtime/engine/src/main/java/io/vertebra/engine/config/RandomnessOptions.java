package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import java.util.Optional;

/**
 * The source of chance.
 *
 * @param start what every random generator of a run starts from, if it is said
 * @param deterministic accepted: runs on a CPU always repeat
 * @param diffRankSeed accepted: there is one rank
 */
public record RandomnessOptions(
    @Key("seed")
        @Doc("what every random generator of a run starts from; null means 0")
        @Default("0")
        Optional<Long> start,
    @Doc("accepted, without effect on a CPU, where runs always repeat") @Default("false")
        boolean deterministic,
    @Doc("accepted, without effect: there is one rank") @Default("false") boolean diffRankSeed) {
  /**
   * What every random generator of a run starts from.
   *
   * @return the seed that is said, or 0: a run repeats unless another seed is asked for
   */
  public long seed() {
    return start.orElse(0L);
  }
}
