package io.vertebra.engine.optim;

/** A schedule that does not fit the run or the optimizer of its config. */
public final class ScheduleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what does not fit, in one sentence
   */
  public ScheduleException(String message) {
    super(message);
  }
}
