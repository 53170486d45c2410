package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;

/** A JPEG decoder of a native library. Safe for many threads. */
interface NativeJpeg {
  /** Which library it is, and where it stands. */
  String description();

  /**
   * Decodes a file into memory that is there.
   *
   * @param file one or three colour channels, with an end-of-image marker
   * @param reduction how much smaller the picture becomes
   * @param target blue, green, red; of the size that the reduction gives
   * @return false where the library does not read the file; then the pixels are undefined. Of a
   *     file with missing data the missing part is grey.
   */
  boolean decode(byte[] file, Reduction reduction, ImageBuffer target);
}
