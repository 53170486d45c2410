package io.vertebra.engine.train;

/** Says that a loss or gradients are infinite or not a number, and where that began. */
public final class NotFiniteException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotFiniteException(String message) {
    super(message);
  }
}
