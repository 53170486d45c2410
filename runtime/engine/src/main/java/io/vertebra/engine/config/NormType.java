package io.vertebra.engine.config;

import io.vertebra.api.options.Shorthand;

/**
 * The p of a p-norm, a number or {@code inf}.
 *
 * @param value the p; infinity for the largest magnitude
 */
public record NormType(double value) {
  /** The norm that is the largest magnitude. */
  public enum Name {
    /** Infinity. */
    INF
  }

  /** Checks that there is such a norm. */
  public NormType {
    if (!(value > 0)) {
      throw new IllegalArgumentException(
          "norm_type is " + value + "; it must be above 0, or inf for the largest magnitude");
    }
  }

  /**
   * Takes a number.
   *
   * @param value the p
   * @return the norm
   */
  @Shorthand
  public static NormType ofNumber(double value) {
    return new NormType(value);
  }

  /**
   * Takes the name {@code inf}.
   *
   * @param name the name
   * @return the norm
   */
  @Shorthand
  public static NormType ofName(Name name) {
    return new NormType(Double.POSITIVE_INFINITY);
  }
}
