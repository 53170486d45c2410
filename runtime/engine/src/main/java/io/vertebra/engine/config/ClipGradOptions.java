package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import java.util.Optional;

/**
 * How gradients are clipped before an update.
 *
 * @param type by their common norm, or each value
 * @param maxNorm the norm that is allowed
 * @param normType the p of the norm
 * @param clipValue the magnitude that is allowed
 */
public record ClipGradOptions(
    @Doc("by the common norm, or each value") @Default("norm") Type type,
    @Doc("the norm that is allowed; for type norm") @Range(min = 0) Optional<Double> maxNorm,
    @Doc("the p of the norm") @Default("2") @Range(min = 0) double normType,
    @Doc("the magnitude that is allowed; for type value") @Range(min = 0)
        Optional<Double> clipValue) {
  /** Ways to clip. */
  public enum Type {
    /** Scale all gradients when their common norm is too great. */
    NORM,
    /** Limit each value. */
    VALUE
  }

  /** Checks that the number of the type is there. */
  public ClipGradOptions {
    if (type == Type.NORM && maxNorm.isEmpty()) {
      throw new IllegalArgumentException("max_norm is missing");
    }
    if (type == Type.VALUE && clipValue.isEmpty()) {
      throw new IllegalArgumentException("clip_value is missing");
    }
  }
}
