package io.vertebra.plugins.transforms.pixels;

import java.util.Arrays;

/**
 * Weights pixels of rows that are moved without being turned or stretched: neighbours have the same
 * taps, one place further, so that a tap is added for a whole row at once, which the JVM does in
 * vectors.
 */
final class StraightRows {
  private final int[] values;
  private final int[] sums;

  StraightRows(WarpSource source) {
    byte[] data = source.data();
    this.values = new int[data.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = data[i] & 0xff;
    }
    this.sums = new int[source.width() * source.channels()];
  }

  /** Whether a map takes each column to the next one, and all to the same row. */
  static boolean are(int[] columnSteps, int[] rowSteps) {
    int last = columnSteps.length - 1;
    return columnSteps[last] == last << AffineWarp.BITS && rowSteps[last] == 0;
  }

  /** Starts to fill values of a row. */
  void begin(int start, int count) {
    Arrays.fill(sums, 0, count, start);
  }

  /** Adds a tap to as many values. */
  void add(int weight, int from, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += weight * values[from + i];
    }
  }

  /** Cuts the sums to 8 bits and writes them. */
  void write(int fractionBits, int count, byte[] output, int place) {
    for (int i = 0; i < count; i++) {
      sums[i] = clip(sums[i] >> fractionBits);
    }
    for (int i = 0; i < count; i++) {
      output[place + i] = (byte) sums[i];
    }
  }

  /** By bits, since the JVM does a loop of these in vectors but one of minimum and maximum not. */
  private static int clip(int value) {
    int positive = value & ~(value >> 31);
    return (positive | (255 - positive) >> 31) & 255;
  }
}
