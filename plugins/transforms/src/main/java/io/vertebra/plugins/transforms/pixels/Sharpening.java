package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;

/**
 * Sharpens or softens, {@code mmcv.adjust_sharpness}: an image is moved away from what a 3 x 3
 * filter makes of it, whose weights are 5 in the middle and 1 around it, over 13. Borders are
 * mirrored without their own pixel.
 */
public final class Sharpening {
  private static final int SUM = 13;
  private static final int MIDDLE = 4;

  private final byte[] source;
  private final int channels;
  private final int[] columns;
  private final double factor;

  private Sharpening(ImageBuffer image, double factor) {
    this.source = Rows.all(image);
    this.channels = image.channels();
    this.columns = new int[(image.width() + 2) * channels];
    this.factor = factor;
  }

  /**
   * Changes the sharpness.
   *
   * @param image the image to change
   * @param factor 0 gives the smoothed image, 1 leaves it, more sharpens
   */
  public static void apply(ImageBuffer image, double factor) {
    Sharpening sharpening = new Sharpening(image, factor);
    byte[] output = new byte[image.width() * image.channels()];
    ByteBuffer target = image.pixels();
    for (int y = 0; y < image.height(); y++) {
      int above = BorderMode.REFLECT.index(y - 1, image.height());
      int below = BorderMode.REFLECT.index(y + 1, image.height());
      sharpening.sumColumns(above * output.length, y * output.length, below * output.length);
      sharpening.mix(y * output.length, output);
      target.put(y * output.length, output);
    }
  }

  /** Adds three rows up, and mirrors the sums at both ends. */
  private void sumColumns(int above, int middle, int below) {
    int length = columns.length - 2 * channels;
    for (int i = 0; i < length; i++) {
      columns[channels + i] =
          (source[above + i] & 0xff) + (source[middle + i] & 0xff) + (source[below + i] & 0xff);
    }
    int width = length / channels;
    int first = BorderMode.REFLECT.index(-1, width) + 1;
    int last = BorderMode.REFLECT.index(width, width) + 1;
    System.arraycopy(columns, first * channels, columns, 0, channels);
    System.arraycopy(columns, last * channels, columns, channels + length, channels);
  }

  private void mix(int row, byte[] output) {
    for (int i = 0; i < output.length; i++) {
      int value = source[row + i] & 0xff;
      int sum = columns[i] + columns[i + channels] + columns[i + 2 * channels] + MIDDLE * value;
      int blurred = (sum + SUM / 2) / SUM;
      output[i] = (byte) Enhance.mixed(value, blurred, factor);
    }
  }
}
