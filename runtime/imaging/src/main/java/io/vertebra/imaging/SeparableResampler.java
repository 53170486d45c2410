package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;

/**
 * Resizes along x, then along y. Only as many rows as there are vertical taps are kept between the
 * passes, so they stay in the cache.
 */
final class SeparableResampler implements Resampler {
  private final Taps horizontal;
  private final Taps vertical;
  private final IntFunction<FixedPoint> arithmetic;

  /**
   * Makes the resampler of one pair of sizes.
   *
   * @param horizontal taps of the x axis
   * @param vertical taps of the y axis; their first positions never go back
   * @param arithmetic makes the rounding for a number of values in an output row
   */
  SeparableResampler(Taps horizontal, Taps vertical, IntFunction<FixedPoint> arithmetic) {
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.arithmetic = arithmetic;
  }

  @Override
  public void resample(ImageBuffer source, ImageBuffer target) {
    byte[] output = new byte[target.width() * target.channels()];
    FixedPoint rounding = arithmetic.apply(output.length);
    Window window = new Window(source, output.length, rounding);
    ByteBuffer to = target.pixels();
    for (int y = 0; y < target.height(); y++) {
      rounding.combine(
          window.under(vertical.first()[y]), vertical.weights(), y * vertical.count(), output);
      to.put(output);
    }
  }

  /** The rows under the vertical taps, after the pass along x. */
  private final class Window {
    private final ByteBuffer pixels;
    private final FixedPoint rounding;
    private final TapRow pass;
    private final byte[] input;
    private final int last;
    private final int[][] ring;
    private final int[][] rows;
    private int next;

    Window(ImageBuffer source, int length, FixedPoint rounding) {
      this.pixels = source.pixels();
      this.rounding = rounding;
      this.pass = new TapRow(horizontal.inside(source.width()), source.channels());
      this.input = new byte[source.width() * source.channels()];
      this.last = source.height() - 1;
      this.ring = new int[vertical.count()][length];
      this.rows = new int[vertical.count()][];
    }

    int[][] under(int first) {
      int end = Math.min(first + rows.length, last + 1);
      for (next = Math.max(next, first); next < end; next++) {
        fill(ring[next % ring.length]);
      }
      for (int k = 0; k < rows.length; k++) {
        rows[k] = ring[Math.max(0, Math.min(first + k, last)) % ring.length];
      }
      return rows;
    }

    private void fill(int[] row) {
      pixels.get(next * input.length, input);
      pass.apply(input, row);
      rounding.settle(row);
    }
  }
}
