package io.vertebra.api.image;

import java.io.IOException;

/** Says which file is not a usable image, and why. */
public class ImageDecodeException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the error.
   *
   * @param message names the file and the reason
   */
  public ImageDecodeException(String message) {
    super(message);
  }

  /**
   * Makes the error with the failure behind it.
   *
   * @param message names the file and the reason
   * @param cause the failure of the decoder
   */
  public ImageDecodeException(String message, Throwable cause) {
    super(message, cause);
  }
}
