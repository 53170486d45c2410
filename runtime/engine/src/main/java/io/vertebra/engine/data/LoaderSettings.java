package io.vertebra.engine.data;

/**
 * Settings of a loader.
 *
 * @param batchSize samples of a batch
 * @param workers threads that read and augment, 1 or more
 * @param dropLast whether an incomplete last batch is left out
 * @param seed what the chance of augmentation starts from
 */
public record LoaderSettings(int batchSize, int workers, boolean dropLast, long seed) {
  /** Checks that there is something to work with. */
  public LoaderSettings {
    if (batchSize < 1 || workers < 1) {
      throw new IllegalArgumentException("batchSize and workers must be at least 1");
    }
  }
}
