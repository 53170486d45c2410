package io.vertebra.imaging;

/**
 * Turns CMYK as Adobe's programs store it (inverted: 255 is no ink) into BGR, as OpenCV's JPEG
 * reader does: the missing ink is taken from black's.
 */
final class CmykPixels {
  private CmykPixels() {}

  /**
   * Converts a picture.
   *
   * @param cmyk four values a pixel: C, M, Y, K, or luma, two chroma and K
   * @param isLumaChroma whether the first three are YCbCr of the not inverted inks
   */
  static Pixels of(int height, int width, byte[] cmyk, boolean isLumaChroma) {
    byte[] data = new byte[height * width * 3];
    for (int from = 0, to = 0; to < data.length; from += 4, to += 3) {
      int first = cmyk[from] & 0xff;
      int second = cmyk[from + 1] & 0xff;
      int third = cmyk[from + 2] & 0xff;
      int black = cmyk[from + 3] & 0xff;
      int cyan = isLumaChroma ? 255 - red(first, third) : first;
      int magenta = isLumaChroma ? 255 - green(first, second, third) : second;
      int yellow = isLumaChroma ? 255 - blue(first, second) : third;
      data[to] = withBlack(yellow, black);
      data[to + 1] = withBlack(magenta, black);
      data[to + 2] = withBlack(cyan, black);
    }
    return new Pixels(height, width, 3, data);
  }

  private static byte withBlack(int ink, int black) {
    return (byte) (black - (((255 - ink) * black) >> 8));
  }

  /** BT.601 of full range in 16-bit integers, as libjpeg computes it (JFIF 1.02). */
  private static int red(int y, int cr) {
    return clip(y + ((91881 * (cr - 128) + 32768) >> 16));
  }

  private static int green(int y, int cb, int cr) {
    return clip(y + ((-22554 * (cb - 128) - 46802 * (cr - 128) + 32768) >> 16));
  }

  private static int blue(int y, int cb) {
    return clip(y + ((116130 * (cb - 128) + 32768) >> 16));
  }

  private static int clip(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
