package io.vertebra.engine.log;

import io.vertebra.api.train.Progress;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Estimates how long the rest of a run takes, from the time that its iterations took so far. */
public final class RemainingTime {
  private final LongSupplier nanos;
  private long startNanos;
  private long first;

  /** Starts the clock at the first iteration of a run. */
  public RemainingTime() {
    this(System::nanoTime);
  }

  /**
   * Starts a clock at the first iteration of a run.
   *
   * @param nanos the clock, in nanoseconds
   */
  public RemainingTime(LongSupplier nanos) {
    this.nanos = nanos;
    this.startNanos = nanos.getAsLong();
  }

  /**
   * Starts the clock where training begins or goes on: what a resumed run finds done took none of
   * its time.
   *
   * @param progress where training stands
   */
  public void begin(Progress progress) {
    startNanos = nanos.getAsLong();
    first = progress.iteration();
  }

  /**
   * Estimates the rest.
   *
   * @param progress where training stands, during an iteration
   * @return the time that is left if the rest is as fast as what was
   */
  public Duration estimate(Progress progress) {
    long done = progress.iteration() + 1;
    double each = (double) (nanos.getAsLong() - startNanos) / (done - first);
    return Duration.ofNanos((long) (each * (progress.maxIterations() - done)));
  }
}
