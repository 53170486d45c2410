package io.vertebra.plugins.transforms.pixels;

/**
 * The weights of OpenCV's {@code remap} for positions in 1/32 pixel: 32 x 32 entries of k x k taps
 * with 15 fractional bits. Taps of weight 0 are left out, which makes shears and shifts cheap.
 */
final class WarpTable {
  static final int FRACTIONS = 32;
  private static final int ONE = 1 << 15;
  private static final float A = -0.75f;

  private final int side;
  private final int[] starts = new int[FRACTIONS * FRACTIONS + 1];
  private final int[] places;
  private final int[] weights;

  private WarpTable(int side, float[][] axis) {
    this.side = side;
    this.places = new int[FRACTIONS * FRACTIONS * side * side];
    this.weights = new int[places.length];
    int[] entry = new int[side * side];
    for (int row = 0; row < FRACTIONS; row++) {
      for (int column = 0; column < FRACTIONS; column++) {
        fill(entry, axis[row], axis[column]);
        append(row * FRACTIONS + column, entry);
      }
    }
  }

  /** Two taps along each axis. */
  static WarpTable bilinear() {
    float[][] axis = new float[FRACTIONS][];
    for (int i = 0; i < FRACTIONS; i++) {
      float x = i / (float) FRACTIONS;
      axis[i] = new float[] {1 - x, x};
    }
    return new WarpTable(2, axis);
  }

  /** Four taps along each axis: cubic convolution with a = -0.75. */
  static WarpTable bicubic() {
    float[][] axis = new float[FRACTIONS][];
    for (int i = 0; i < FRACTIONS; i++) {
      float x = i / (float) FRACTIONS;
      float first = ((A * (x + 1) - 5 * A) * (x + 1) + 8 * A) * (x + 1) - 4 * A;
      float second = ((A + 2) * x - (A + 3)) * x * x + 1;
      float third = ((A + 2) * (1 - x) - (A + 3)) * (1 - x) * (1 - x) + 1;
      axis[i] = new float[] {first, second, third, 1 - first - second - third};
    }
    return new WarpTable(4, axis);
  }

  private void fill(int[] entry, float[] rows, float[] columns) {
    int sum = 0;
    for (int i = 0; i < entry.length; i++) {
      int weight = (int) Math.rint(rows[i / side] * columns[i % side] * ONE);
      entry[i] = Math.min(weight, Short.MAX_VALUE);
      sum += entry[i];
    }
    if (sum == ONE) {
      return;
    }
    if (side == 2) {
      // Weights of two taps are exact; only a single tap of weight 1 was cut.
      entry[0] = ONE;
    } else {
      correct(entry, sum - ONE);
    }
  }

  /** Gives what is missing to the largest, or takes it from the smallest, of the middle taps. */
  private void correct(int[] entry, int excess) {
    int middle = side / 2;
    int least = middle * side + middle;
    int most = least;
    for (int row = middle; row < middle + 2; row++) {
      for (int column = middle; column < middle + 2; column++) {
        int i = row * side + column;
        if (entry[i] < entry[least]) {
          least = i;
        } else if (entry[i] > entry[most]) {
          most = i;
        }
      }
    }
    entry[excess < 0 ? most : least] -= excess;
  }

  private void append(int index, int[] entry) {
    int end = starts[index];
    for (int i = 0; i < entry.length; i++) {
      if (entry[i] != 0) {
        places[end] = i;
        weights[end++] = entry[i];
      }
    }
    starts[index + 1] = end;
  }

  /** How many taps there are along each axis. */
  int side() {
    return side;
  }

  /** How many taps all entries have together. */
  int taps() {
    return starts[FRACTIONS * FRACTIONS];
  }

  /** Where the taps of each entry start in {@link #places} and {@link #weights}. */
  int[] starts() {
    return starts;
  }

  /** The place of each tap: row times {@link #side} plus column. */
  int[] places() {
    return places;
  }

  /** The weight of each tap. */
  int[] weights() {
    return weights;
  }
}
