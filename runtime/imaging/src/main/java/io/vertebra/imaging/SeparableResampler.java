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
    PairedTaps pass = new PairedTaps(horizontal, source.width(), source.channels());
    RowWindow window =
        new RowWindow(
            source,
            vertical.count(),
            output.length,
            (upper, lower, upperRow, lowerRow) -> {
              pass.apply(upper, lower, upperRow, lowerRow);
              rounding.settle(upperRow);
              rounding.settle(lowerRow);
            });
    ByteBuffer to = target.pixels();
    for (int y = 0; y < target.height(); y++) {
      int[][] rows = window.from(vertical.first()[y]);
      rounding.combine(rows, vertical.weights(), y * vertical.count(), output);
      to.put(output);
    }
  }
}
