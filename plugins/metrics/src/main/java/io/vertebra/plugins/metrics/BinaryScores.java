package io.vertebra.plugins.metrics;

import java.util.Arrays;

/** Scores of samples that have something or do not, kept until all are there. */
final class BinaryScores {
  private static final int INITIAL = 64;

  // The score in an order of integers, shifted left by one; the lowest bit says whether it is so.
  private long[] keys = new long[INITIAL];
  private int size;

  void add(float score, boolean positive) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, Math.multiplyExact(size, 2));
    }
    keys[size] = (long) ordered(score) << 1 | (positive ? 1 : 0);
    size++;
  }

  /** Maps so that integers compare as the scores do; the two zeros are one. */
  private static int ordered(float score) {
    int bits = Float.floatToIntBits(score + 0f);
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  void merge(BinaryScores other) {
    int total = Math.addExact(size, other.size);
    keys = Arrays.copyOf(keys, Math.max(keys.length, total));
    System.arraycopy(other.keys, 0, keys, size, other.size);
    size = total;
  }

  /** Counts what lies at or above each score, from the highest score down. */
  BinaryCurve curve() {
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.sort(sorted);
    long[] hits = new long[size];
    long[] misses = new long[size];
    int points = 0;
    long hit = 0;
    for (int i = size - 1; i >= 0; i--) {
      hit += sorted[i] & 1;
      boolean lastOfEqual = i == 0 || sorted[i - 1] >> 1 != sorted[i] >> 1;
      if (lastOfEqual) {
        hits[points] = hit;
        misses[points] = size - i - hit;
        points++;
      }
    }
    return new BinaryCurve(Arrays.copyOf(hits, points), Arrays.copyOf(misses, points));
  }
}
