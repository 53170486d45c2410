package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;

/**
 * Resizes along y, then along x, with 8 bits between the passes. Pillow 13 takes this order where
 * many more rows than columns go away; as the passes round, the order shows in single values.
 */
final class VerticalFirstResampler implements Resampler {
  private final Taps horizontal;
  private final Taps vertical;

  /**
   * Makes the resampler of one pair of sizes.
   *
   * @param horizontal taps of the x axis, with 22 fractional bits
   * @param vertical taps of the y axis, with 22 fractional bits
   */
  VerticalFirstResampler(Taps horizontal, Taps vertical) {
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  /** Whether Pillow 13 begins with the rows, as measured on its results. */
  static boolean applies(Resamplers.Size from, Resamplers.Size to) {
    int rows = from.height() - to.height();
    int columns = from.width() - to.width();
    return rows > 0 && rows > 2 * columns;
  }

  @Override
  public void resample(ImageBuffer source, ImageBuffer target) {
    byte[][] narrow = new byte[2][source.width() * source.channels()];
    int[][] sums = new int[2][target.width() * target.channels()];
    RoundedSum rounding = new RoundedSum(true, narrow[0].length);
    PairedTaps pass = new PairedTaps(horizontal, source.width(), source.channels());
    RowWindow window =
        new RowWindow(source, vertical.count(), narrow[0].length, VerticalFirstResampler::widen);
    ByteBuffer to = target.pixels();
    for (int y = 0; y < target.height(); y += 2) {
      int rows = Math.min(2, target.height() - y);
      for (int k = 0; k < rows; k++) {
        int[][] under = window.from(vertical.first()[y + k]);
        rounding.combine(under, vertical.weights(), (y + k) * vertical.count(), narrow[k]);
      }
      pass.apply(narrow[0], narrow[1], sums[0], sums[1]);
      for (int k = 0; k < rows; k++) {
        rounding.settle(sums[k]);
        write(sums[k], to);
      }
    }
  }

  private static void widen(byte[] upper, byte[] lower, int[] upperRow, int[] lowerRow) {
    for (int i = 0; i < upperRow.length; i++) {
      upperRow[i] = upper[i] & 0xff;
      lowerRow[i] = lower[i] & 0xff;
    }
  }

  private static void write(int[] values, ByteBuffer to) {
    byte[] output = new byte[values.length];
    for (int i = 0; i < output.length; i++) {
      output[i] = (byte) values[i];
    }
    to.put(output);
  }
}
