package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import java.util.Optional;

/**
 * How gradients are clipped before an update.
 *
 * @param type by their common norm, each value, or the norm of each unit
 * @param maxNorm the norm that is allowed
 * @param normType the p of the norm
 * @param clipValue the magnitude that is allowed
 * @param clipFactor the part of the norm of a unit's weights that is allowed
 * @param eps the least norm that weights are taken to have
 */
public record ClipGradOptions(
    @Doc("by the common norm, each value, or the norm of each unit") @Default("norm") Type type,
    @Doc("the norm that is allowed; for type norm") @Range(min = 0) Optional<Double> maxNorm,
    @Doc("the p of the norm; inf for the largest magnitude") @Default("2") NormType normType,
    @Doc("the magnitude that is allowed; for type value") @Range(min = 0)
        Optional<Double> clipValue,
    @Doc("the part of the norm of a unit's weights that is allowed; for type adaptive")
        @Default("0.01")
        @Range(min = 0)
        double clipFactor,
    @Doc("the least norm that weights are taken to have; for type adaptive")
        @Default("0.001")
        @Range(min = 0)
        double eps) {
  /** Ways to clip. */
  public enum Type {
    /** Scale all gradients when their common norm is too great. */
    NORM,
    /** Limit each value. */
    VALUE,
    /** Limit the norm of each output unit's gradient by the norm of its weights. */
    ADAPTIVE
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
