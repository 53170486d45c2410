package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.options.Shorthand;

/**
 * How much a magnitude level varies.
 *
 * @param value the standard deviation of a normal distribution; infinite for levels drawn evenly
 *     from 0 to the given one
 */
public record MagnitudeStd(double value) {
  private static final String EVENLY = "inf";

  /** Checks that it is no negative number. */
  public MagnitudeStd {
    if (Double.isNaN(value) || value < 0) {
      throw new IllegalArgumentException(
          "magnitude_std is %s: expected a number of 0 or more, or 'inf'".formatted(value));
    }
  }

  /**
   * Makes a deviation of a number.
   *
   * @param value the standard deviation
   * @return the deviation
   */
  @Shorthand
  public static MagnitudeStd of(double value) {
    return new MagnitudeStd(value);
  }

  /**
   * Makes a deviation of a text.
   *
   * @param text {@code inf}
   * @return levels that are drawn evenly
   * @throws IllegalArgumentException if it is another text
   */
  @Shorthand
  public static MagnitudeStd of(String text) {
    if (!text.equals(EVENLY)) {
      throw new IllegalArgumentException(
          "magnitude_std is '%s': expected a number, or 'inf' for levels that are drawn evenly"
              .formatted(text));
    }
    return new MagnitudeStd(Double.POSITIVE_INFINITY);
  }
}
