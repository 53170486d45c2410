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
    byte[] narrow = new byte[source.width() * source.channels()];
    byte[] output = new byte[target.width() * target.channels()];
    int[] sums = new int[output.length];
    RoundedSum rounding = new RoundedSum(true, narrow.length);
    TapRow pass = new TapRow(horizontal.inside(source.width()), source.channels());
    RowWindow window =
        new RowWindow(source, vertical.count(), narrow.length, VerticalFirstResampler::widen);
    ByteBuffer to = target.pixels();
    for (int y = 0; y < target.height(); y++) {
      int[][] rows = window.from(vertical.first()[y]);
      rounding.combine(rows, vertical.weights(), y * vertical.count(), narrow);
      pass.apply(narrow, sums);
      rounding.settle(sums);
      for (int i = 0; i < output.length; i++) {
        output[i] = (byte) sums[i];
      }
      to.put(output);
    }
  }

  private static void widen(byte[] input, int[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] = input[i] & 0xff;
    }
  }
}
