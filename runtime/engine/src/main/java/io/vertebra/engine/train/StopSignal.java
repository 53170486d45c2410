package io.vertebra.engine.train;

import java.util.Optional;

/** Asks a run to end after the present iteration; any thread may ask. */
public final class StopSignal {
  private volatile String reason;
  private volatile boolean interrupted;

  /** Makes a signal that nobody gave. */
  public StopSignal() {}

  /**
   * Gives the signal.
   *
   * @param why why, for the log
   */
  public void stop(String why) {
    reason = why;
  }

  /**
   * Gives the signal from outside, to a run that would have gone on: it writes a checkpoint where
   * it stands, unless there is one of this position.
   *
   * @param why why, for the log
   */
  public void interrupt(String why) {
    interrupted = true;
    stop(why);
  }

  /**
   * Why the run is to end.
   *
   * @return the reason, or empty while the run goes on
   */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * Whether the signal came from outside.
   *
   * @return true after {@link #interrupt}
   */
  public boolean interrupted() {
    return interrupted;
  }
}
