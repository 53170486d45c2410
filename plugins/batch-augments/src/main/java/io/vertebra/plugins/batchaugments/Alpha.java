package io.vertebra.plugins.batchaugments;

/** Checks of the parameter of the Beta distribution. */
final class Alpha {
  private Alpha() {}

  static void requirePositive(double alpha) {
    if (!(alpha > 0)) {
      throw new IllegalArgumentException("alpha is %s: it must be greater than 0".formatted(alpha));
    }
  }
}
