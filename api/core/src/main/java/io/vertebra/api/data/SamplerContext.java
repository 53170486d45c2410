package io.vertebra.api.data;

import static java.util.Objects.requireNonNull;

/**
 * What a sampler is told by its loader, as a constructor parameter.
 *
 * @param dataset the data set that is drawn from
 * @param seed the seed of the run
 * @param replica which of the replicas of a run draws, from 0
 * @param replicas how many replicas draw from the same order, 1 or more
 */
public record SamplerContext(Dataset dataset, long seed, int replica, int replicas) {
  /** Checks that there is such a replica. */
  public SamplerContext {
    requireNonNull(dataset, "dataset is null");
    if (replica < 0 || replica >= replicas) {
      throw new IllegalArgumentException(
          "there is no replica %d of %d".formatted(replica, replicas));
    }
  }

  /**
   * Tells the sampler of a run that has one replica.
   *
   * @param dataset the data set that is drawn from
   * @param seed the seed of the run
   */
  public SamplerContext(Dataset dataset, long seed) {
    this(dataset, seed, 0, 1);
  }
}
