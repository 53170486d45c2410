package io.vertebra.plugins.metrics;

/** Checks that there is something to compute figures of. */
final class Samples {
  private Samples() {}

  static void check(long samples) {
    if (samples == 0) {
      throw new IllegalStateException("There are no figures of no samples");
    }
  }
}
