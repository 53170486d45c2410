package io.vertebra.imaging;

/**
 * Bounds what a small file may grow to in memory.
 *
 * @param pixels the most pixels of a picture that is decoded
 */
record SizeLimit(long pixels) {
  /** Three channels of more do not fit in one array. */
  private static final long MOST = Integer.MAX_VALUE / 3;

  SizeLimit {
    if (pixels < 1 || pixels > MOST) {
      throw new IllegalArgumentException(
          "maxPixels must be 1 to %d, not %d".formatted(MOST, pixels));
    }
  }

  /** Refuses a picture that is too large, before memory is taken for it. */
  void check(int height, int width) throws UnsupportedImageException {
    if ((long) height * width > pixels) {
      throw new UnsupportedImageException(
          "it is too large: %d x %d (height x width) are %d pixels, at most %d are decoded"
              .formatted(height, width, (long) height * width, pixels));
    }
  }
}
