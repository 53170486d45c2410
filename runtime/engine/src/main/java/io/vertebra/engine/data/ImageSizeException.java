package io.vertebra.engine.data;

/** Says that a pipeline gives images of different sizes, which cannot be stacked. */
public final class ImageSizeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ImageSizeException(String message) {
    super(message);
  }
}
