package io.vertebra.engine.train;

import java.util.Optional;

/** Asks a run to end after the present iteration; any thread may ask. */
public final class StopSignal {
  private volatile String reason;

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
   * Why the run is to end.
   *
   * @return the reason, or empty while the run goes on
   */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
