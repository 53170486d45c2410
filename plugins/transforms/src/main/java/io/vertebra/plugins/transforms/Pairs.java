package io.vertebra.plugins.transforms;

import io.vertebra.api.options.IntPair;

/** Checks of options that are pairs of sizes. */
final class Pairs {
  private Pairs() {}

  static void requirePositive(String key, IntPair pair) {
    if (pair.first() < 1 || pair.second() < 1) {
      throw new IllegalArgumentException(
          "%s is [%d, %d]: both must be at least 1".formatted(key, pair.first(), pair.second()));
    }
  }
}
