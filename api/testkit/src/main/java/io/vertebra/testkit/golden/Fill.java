package io.vertebra.testkit.golden;

/**
 * The numbers that golden figures are computed from: SplitMix64 over the FNV-1a hash of a key
 * (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014).
 */
public final class Fill {
  private final long hash;

  /**
   * Makes the numbers of a key.
   *
   * @param key the name of a tensor
   */
  public Fill(String key) {
    this.hash = Fnv.hash(key);
  }

  /**
   * Computes a number.
   *
   * @param index where in the tensor, row by row, from 0
   * @return a number in [-1, 1), exact in float32
   */
  public double at(long index) {
    long z = hash + (index + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 40) * 0x1p-23 - 1;
  }

  /**
   * Computes the numbers of a tensor.
   *
   * @param size how many
   * @param offset what is added to each
   * @param scale what each is multiplied by before
   * @return {@code offset + scale * at(i)}, rounded once
   */
  public float[] values(long size, double offset, double scale) {
    float[] values = new float[Math.toIntExact(size)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (offset + scale * at(i));
    }
    return values;
  }

  /**
   * Computes labels.
   *
   * @param size how many
   * @param classes how many classes there are
   * @return indices of classes
   */
  public static long[] labels(int size, int classes) {
    return labels("label", size, classes);
  }

  /**
   * Computes labels.
   *
   * @param key the name that the numbers come from
   * @param size how many
   * @param classes how many classes there are
   * @return indices of classes
   */
  public static long[] labels(String key, int size, int classes) {
    Fill fill = new Fill(key);
    long[] labels = new long[size];
    for (int i = 0; i < size; i++) {
      labels[i] = (long) ((fill.at(i) + 1) / 2 * classes);
    }
    return labels;
  }
}
