package io.vertebra.plugins.samplers;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Orders of samples that follow from a seed and a number alone. */
final class Shuffle {
  private final long base;

  Shuffle(long seed) {
    // One draw first, so that epoch 1 of a seed is not epoch 0 of the next seed.
    this.base = new SplittableRandom(seed).nextLong();
  }

  /** The source of chance of an epoch. */
  RandomGenerator random(int epoch) {
    return new SplittableRandom(base + epoch);
  }

  /** The indices below a number, in the order of an epoch. */
  int[] order(int size, int epoch) {
    int[] indices = IntStream.range(0, size).toArray();
    shuffle(indices, random(epoch));
    return indices;
  }

  /** Shuffles as Durstenfeld does (Algorithm 235, 1964): each order is equally likely. */
  private static void shuffle(int[] values, RandomGenerator random) {
    for (int last = values.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int value = values[last];
      values[last] = values[other];
      values[other] = value;
    }
  }
}
