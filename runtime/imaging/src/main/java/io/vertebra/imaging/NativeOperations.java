package io.vertebra.imaging;

import io.vertebra.api.image.FlipDirection;
import io.vertebra.api.image.ImageBuffer;

/**
 * What a native library does faster than Java, value by value the same. Safe for many threads.
 * Targets are memory that is there, and every value of them is set.
 */
interface NativeOperations {
  /** Which library it is, and where it stands. */
  String description();

  /**
   * Decodes a JPEG file.
   *
   * @param file one or three colour channels, with an end-of-image marker
   * @param reduction how much smaller the picture becomes
   * @param target blue, green, red; of the size that the reduction gives
   * @return false where the library does not read the file; then the pixels are undefined. Of a
   *     file with missing data the missing part is grey.
   */
  boolean decode(byte[] file, Reduction reduction, ImageBuffer target);

  /**
   * Resizes by OpenCV's bilinear rule.
   *
   * @param source the image
   * @param target another size, the same channels
   */
  void resizeBilinear(ImageBuffer source, ImageBuffer target);

  /**
   * Mirrors an image.
   *
   * @param source the image
   * @param direction the axes
   * @param target the same size and channels
   */
  void flip(ImageBuffer source, FlipDirection direction, ImageBuffer target);
}
