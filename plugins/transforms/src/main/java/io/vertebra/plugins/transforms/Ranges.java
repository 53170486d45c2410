package io.vertebra.plugins.transforms;

import java.util.List;

/** Checks of options that are two numbers between which something is drawn. */
final class Ranges {
  private Ranges() {}

  static void requirePositive(String key, List<Double> range) {
    if (range.size() != 2 || range.get(0) <= 0 || range.get(0) > range.get(1)) {
      throw new IllegalArgumentException(
          "%s is %s: expected two numbers greater than 0, the smaller first".formatted(key, range));
    }
  }
}
