package io.vertebra.engine.data;

/** Says that a pipeline gives images of another size or other channels than is needed. */
public final class ImageSizeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Makes an exception.
   *
   * @param message which image, what it is like, and what to do
   */
  public ImageSizeException(String message) {
    super(message);
  }
}
