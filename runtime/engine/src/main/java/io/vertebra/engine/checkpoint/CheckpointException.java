package io.vertebra.engine.checkpoint;

import java.io.IOException;

/** Says why a checkpoint cannot be used, to the person who named it. */
public class CheckpointException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * Makes an exception.
   *
   * @param message what is wrong with which file
   */
  public CheckpointException(String message) {
    super(message);
  }

  /**
   * Makes an error with a cause.
   *
   * @param message what is wrong with the file, and what to do
   * @param cause what was thrown
   */
  public CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
