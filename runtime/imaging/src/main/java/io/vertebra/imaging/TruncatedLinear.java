package io.vertebra.imaging;

/**
 * The vertical pass of OpenCV's bilinear resize ({@code VResizeLinear} on 8 bits): each of the two
 * products loses its lower bits before they are added. Weights have 11 fractional bits.
 */
final class TruncatedLinear implements FixedPoint {
  private final int[] sum;

  /**
   * Makes the arithmetic of one resize.
   *
   * @param length values in an output row
   */
  TruncatedLinear(int length) {
    this.sum = new int[length];
  }

  @Override
  public void settle(int[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] >>= 4;
    }
  }

  @Override
  public void combine(int[][] rows, int[] weights, int offset, byte[] output) {
    add(rows[0], weights[offset], rows[1], weights[offset + 1]);
    for (int i = 0; i < output.length; i++) {
      output[i] = (byte) sum[i];
    }
  }

  /** Apart from the change to bytes, which keeps a loop from being done in vectors. */
  private void add(int[] upper, int above, int[] lower, int below) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (((upper[i] * above) >> 16) + ((lower[i] * below) >> 16) + 2) >> 2;
    }
  }
}
