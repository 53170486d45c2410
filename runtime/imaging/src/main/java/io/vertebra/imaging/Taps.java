package io.vertebra.imaging;

import java.util.Arrays;

/**
 * The source positions and whole-number weights from which each output position of one axis is
 * made. Output x takes the {@code count} positions from {@code first[x]} on; its weights start at
 * {@code weights[x * count]}. Positions may lie outside the source: they mean the border.
 */
final class Taps {
  private final int count;
  private final int[] first;
  private final int[] weights;

  /**
   * Makes taps over arrays, which are not copied.
   *
   * @param count taps of each output position
   * @param first the first source position of each output position
   * @param weights output positions times count
   */
  Taps(int count, int[] first, int[] weights) {
    this.count = count;
    this.first = first;
    this.weights = weights;
  }

  int count() {
    return count;
  }

  int[] first() {
    return first;
  }

  int[] weights() {
    return weights;
  }

  /** Each output position is its source position, with the given weight. */
  static Taps identity(int size, int one) {
    int[] weights = new int[size];
    Arrays.fill(weights, one);
    int[] first = new int[size];
    Arrays.setAll(first, x -> x);
    return new Taps(1, first, weights);
  }

  /**
   * The same taps with none outside 0 to size - 1: weights of outer positions are added to that of
   * the border. Sums of products stay the same, to the last bit, as they are sums of integers.
   */
  Taps inside(int size) {
    int width = Math.min(count, size);
    int[] starts = new int[first.length];
    int[] merged = new int[first.length * width];
    for (int x = 0; x < first.length; x++) {
      starts[x] = Math.max(0, Math.min(first[x], size - width));
      for (int k = 0; k < count; k++) {
        int position = Math.max(0, Math.min(first[x] + k, size - 1));
        merged[x * width + position - starts[x]] += weights[x * count + k];
      }
    }
    return new Taps(width, starts, merged);
  }
}
