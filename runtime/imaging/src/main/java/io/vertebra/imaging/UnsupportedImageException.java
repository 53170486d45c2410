package io.vertebra.imaging;

import java.io.IOException;

/** Says what in an image file is not read here; the decoder adds the file's name. */
final class UnsupportedImageException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsupportedImageException(String reason) {
    super(reason);
  }
}
