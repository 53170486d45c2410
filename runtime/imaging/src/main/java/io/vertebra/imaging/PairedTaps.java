package io.vertebra.imaging;

/**
 * Applies taps along two rows at a time: the sums of products, neither rounded nor scaled back. The
 * values of both rows stand in the halves of one 64-bit number, so that one multiplication serves
 * both; what the lower sum borrows from the upper one, where weights are negative, is given back.
 */
final class PairedTaps {
  private final int[] first;
  private final int[] weights;
  private final int count;
  private final int channels;
  private final long[] pairs;

  /**
   * Makes the pass over rows of one length.
   *
   * @param taps of the axis; positions outside mean the border
   * @param width pixels of a row
   * @param channels values of a pixel
   */
  PairedTaps(Taps taps, int width, int channels) {
    Taps inside = taps.inside(width);
    this.first = inside.first();
    this.weights = inside.weights();
    this.count = inside.count();
    this.channels = channels;
    this.pairs = new long[width * channels];
  }

  /**
   * Sums up two rows.
   *
   * @param upper input width times channels, 8 bit
   * @param lower another row; may be the same
   * @param upperSums output width times channels, of the upper row
   * @param lowerSums the same of the lower row; another array
   */
  void apply(byte[] upper, byte[] lower, int[] upperSums, int[] lowerSums) {
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (upper[i] & 0xffL) | (lower[i] & 0xffL) << Integer.SIZE;
    }
    if (channels == Pixels.COLORS) {
      applyColor(upperSums, lowerSums);
    } else {
      applyGrey(upperSums, lowerSums);
    }
  }

  private void applyColor(int[] upperSums, int[] lowerSums) {
    for (int x = 0, w = 0, to = 0; x < first.length; x++, to += Pixels.COLORS) {
      long blue = 0;
      long green = 0;
      long red = 0;
      int from = first[x] * Pixels.COLORS;
      for (int end = w + count; w < end; w++, from += Pixels.COLORS) {
        long weight = weights[w];
        blue += pairs[from] * weight;
        green += pairs[from + 1] * weight;
        red += pairs[from + 2] * weight;
      }
      upperSums[to] = (int) blue;
      upperSums[to + 1] = (int) green;
      upperSums[to + 2] = (int) red;
      lowerSums[to] = second(blue);
      lowerSums[to + 1] = second(green);
      lowerSums[to + 2] = second(red);
    }
  }

  private void applyGrey(int[] upperSums, int[] lowerSums) {
    for (int x = 0, w = 0; x < first.length; x++) {
      long sum = 0;
      int from = first[x];
      for (int end = w + count; w < end; w++, from++) {
        sum += pairs[from] * weights[w];
      }
      upperSums[x] = (int) sum;
      lowerSums[x] = second(sum);
    }
  }

  private static int second(long sums) {
    return (int) ((sums - (int) sums) >> Integer.SIZE);
  }
}
