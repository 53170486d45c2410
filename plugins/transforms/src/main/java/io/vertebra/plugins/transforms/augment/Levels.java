package io.vertebra.plugins.transforms.augment;

import java.util.random.RandomGenerator;

/**
 * The level at which a policy carries its operations out.
 *
 * @param level the level, 0 to {@code total}
 * @param std how much it varies
 * @param total the level of the greatest magnitudes
 */
record Levels(double level, MagnitudeStd std, double total) {
  Levels {
    if (level < 0 || total <= 0) {
      throw new IllegalArgumentException(
          "magnitude_level is %s of total_level %s: the one must be at least 0, the other greater than 0"
              .formatted(level, total));
    }
  }

  /** Draws a part of the way from the least to the greatest magnitude, 0 to 1. */
  double part(RandomGenerator random) {
    if (Double.isInfinite(std.value())) {
      return random.nextDouble() * level / total;
    }
    if (std.value() == 0) {
      return level / total;
    }
    double varied = level + std.value() * random.nextGaussian();
    return Math.max(0, Math.min(total, varied)) / total;
  }
}
