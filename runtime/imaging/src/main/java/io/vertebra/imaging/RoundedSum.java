package io.vertebra.imaging;

import java.util.Arrays;

/**
 * Sums along y with 22 fractional bits, rounded and clipped to 8 bits. Pillow also rounds to 8 bits
 * between the passes ({@code ImagingResampleHorizontal_8bpc}); OpenCV's cubic and Lanczos carry 11
 * bits of the first pass over ({@code FixedPtCast<int, uchar, 22>}).
 */
final class RoundedSum implements FixedPoint {
  private static final int BITS = 22;
  private static final int HALF = 1 << (BITS - 1);

  private final boolean roundsBetween;
  private final int[] sum;

  /**
   * Makes the arithmetic of one resize.
   *
   * @param roundsBetween whether the sums along x, of 22 fractional bits then, become 8-bit values
   * @param length values in an output row
   */
  RoundedSum(boolean roundsBetween, int length) {
    this.roundsBetween = roundsBetween;
    this.sum = new int[length];
  }

  @Override
  public void settle(int[] row) {
    if (roundsBetween) {
      for (int i = 0; i < row.length; i++) {
        row[i] = clip((row[i] + HALF) >> BITS);
      }
    }
  }

  @Override
  public void combine(int[][] rows, int[] weights, int offset, byte[] output) {
    Arrays.fill(sum, HALF);
    for (int k = 0; k < rows.length; k++) {
      add(rows[k], weights[offset + k]);
    }
    round();
    for (int i = 0; i < output.length; i++) {
      output[i] = (byte) sum[i];
    }
  }

  /** Apart from the change to bytes, which keeps a loop from being done in vectors. */
  private void round() {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = clip(sum[i] >> BITS);
    }
  }

  private void add(int[] row, int weight) {
    if (weight != 0) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += row[i] * weight;
      }
    }
  }

  /** By bits, since the JVM does a loop of these in vectors but one of minimum and maximum not. */
  private static int clip(int value) {
    int positive = value & ~(value >> 31);
    return (positive | (255 - positive) >> 31) & 255;
  }
}
