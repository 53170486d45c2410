package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;

/**
 * Pillow's {@code ImageFilter.GaussianBlur}: three box blurs along the rows, then three along the
 * columns, each rounded to 8 bits (Gwosdek et al., Theoretical foundations of Gaussian convolution
 * by extended box filtering, 2011). Pixels at the border are repeated.
 */
public final class BoxBlurs {
  private static final int PASSES = 3;
  private static final int ONE = 1 << 24;
  private static final int HALF = 1 << 23;

  private final int reach;
  private final int inner;
  private final int outer;

  /**
   * Makes the blur of a radius.
   *
   * @param radius the standard deviation in pixels, 0 or more
   */
  public BoxBlurs(float radius) {
    float box = boxRadius(radius);
    this.reach = (int) box;
    this.inner = (int) (ONE / (box * 2 + 1));
    this.outer = (ONE - (2 * reach + 1) * inner) / 2;
  }

  /** The radius, with its fraction, of a box that has a third of the variance. */
  private static float boxRadius(float radius) {
    float variance = radius * radius / PASSES;
    float length = (float) Math.sqrt(12.0 * variance + 1.0);
    float whole = (float) Math.floor((length - 1.0) / 2.0);
    float fraction = (2 * whole + 1) * (whole * (whole + 1) - 3 * variance);
    return whole + fraction / (6 * (variance - (whole + 1) * (whole + 1)));
  }

  /**
   * Blurs an image.
   *
   * @param image the image to change
   */
  public void apply(ImageBuffer image) {
    byte[] data = Rows.all(image);
    int channels = image.channels();
    int row = image.width() * channels;
    for (int y = 0; y < image.height(); y++) {
      blurLines(data, y * row, channels, image.width(), channels);
    }
    blurLines(data, 0, row, image.height(), row);
    image.pixels().put(data);
  }

  /** Blurs neighbouring lines, each of which takes a step between its pixels. */
  private void blurLines(byte[] data, int first, int lines, int length, int step) {
    int margin = reach + 1;
    int[] line = new int[length + 2 * margin];
    int[] blurred = new int[line.length];
    for (int start = first; start < first + lines; start++) {
      for (int i = 0; i < length; i++) {
        line[margin + i] = data[start + i * step] & 0xff;
      }
      for (int pass = 0; pass < PASSES; pass++) {
        blur(line, length, blurred);
        int[] swapped = line;
        line = blurred;
        blurred = swapped;
      }
      for (int i = 0; i < length; i++) {
        data[start + i * step] = (byte) line[margin + i];
      }
    }
  }

  private void blur(int[] line, int length, int[] blurred) {
    int margin = reach + 1;
    for (int i = 0; i < margin; i++) {
      line[i] = line[margin];
      line[margin + length + i] = line[margin + length - 1];
    }
    int sum = 0;
    for (int i = 1; i <= 2 * reach + 1; i++) {
      sum += line[i];
    }
    for (int i = 0; i < length; i++) {
      int before = line[i];
      int after = line[i + 2 * margin];
      // Up to 32 bits without a sign, hence the shift.
      blurred[margin + i] = (inner * sum + outer * (before + after) + HALF) >>> 24;
      sum += after - line[i + 1];
    }
  }
}
