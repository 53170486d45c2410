package io.vertebra.imaging;

/**
 * The vertical pass of OpenCV's bilinear resize ({@code VResizeLinear} on 8 bits): each of the two
 * products loses its lower bits before they are added. Weights have 11 fractional bits.
 */
final class TruncatedLinear implements FixedPoint {
  @Override
  public void settle(int[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] >>= 4;
    }
  }

  @Override
  public void combine(int[][] rows, int[] weights, int offset, byte[] output) {
    int[] upper = rows[0];
    int[] lower = rows[1];
    int above = weights[offset];
    int below = weights[offset + 1];
    for (int i = 0; i < output.length; i++) {
      output[i] = (byte) ((((upper[i] * above) >> 16) + ((lower[i] * below) >> 16) + 2) >> 2);
    }
  }
}
