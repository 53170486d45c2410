package io.vertebra.engine.log;

import io.vertebra.api.train.Progress;
import java.time.Duration;

/** Estimates how long the rest of a run takes, from the time that the run took so far. */
public final class RemainingTime {
  private final long startNanos = System.nanoTime();

  /** Starts the clock. */
  public RemainingTime() {}

  /**
   * Estimates the rest.
   *
   * @param progress where training stands, during an iteration
   * @return the time that is left if the rest is as fast as what was
   */
  public Duration estimate(Progress progress) {
    long done = progress.iteration() + 1;
    double each = (double) (System.nanoTime() - startNanos) / done;
    return Duration.ofNanos((long) (each * (progress.maxIterations() - done)));
  }
}
