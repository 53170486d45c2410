package io.vertebra.engine.train;

/**
 * Says that a part of the config cannot work with what it met in a run, such as more classes to
 * rank than there are.
 */
public final class PartRefusalException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private PartRefusalException(Object part, IllegalArgumentException cause) {
    super(part.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
  }

  /**
   * Lets a part work.
   *
   * @param part the part, for the message
   * @param work what it does
   * @throws PartRefusalException if it refuses what it is given
   */
  static void explain(Object part, Runnable work) {
    try {
      work.run();
    } catch (IllegalArgumentException e) {
      throw new PartRefusalException(part, e);
    }
  }
}
