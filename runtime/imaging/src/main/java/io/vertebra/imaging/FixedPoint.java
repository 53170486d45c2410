package io.vertebra.imaging;

/** How a library rounds the two passes of a resize in integers. */
interface FixedPoint {
  /**
   * Rounds what the pass along x has summed up.
   *
   * @param row sums, changed in place
   */
  void settle(int[] row);

  /**
   * Makes one output row of the rows under its vertical taps.
   *
   * @param rows one row a tap, as {@link #settle} left them; the same row may stand for two
   * @param weights the taps' weights
   * @param offset the first weight of this output row
   * @param output the row of 8-bit values to fill
   */
  void combine(int[][] rows, int[] weights, int offset, byte[] output);
}
