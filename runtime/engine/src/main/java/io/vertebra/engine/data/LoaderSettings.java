package io.vertebra.engine.data;

import static java.util.Objects.requireNonNull;

/**
 * Settings of a loader.
 *
 * @param batchSize samples of a batch
 * @param workers threads that read and augment, 1 or more
 * @param dropLast whether an incomplete last batch is left out
 * @param unreadable what to do about an image that cannot be read
 * @param seed what the chance of augmentation starts from
 */
public record LoaderSettings(
    int batchSize, int workers, boolean dropLast, Unreadable unreadable, long seed) {
  /** Checks that there is something to work with. */
  public LoaderSettings {
    requireNonNull(unreadable, "unreadable is null");
    if (batchSize < 1 || workers < 1) {
      throw new IllegalArgumentException("batchSize and workers must be at least 1");
    }
  }

  /** What to do about an image that cannot be read. */
  public enum Unreadable {
    /** End with an error that names it. */
    FAIL,
    /** Leave it out of its batch, and report it. */
    SKIP
  }
}
