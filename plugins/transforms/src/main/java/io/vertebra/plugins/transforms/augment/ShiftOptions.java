package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import java.util.Optional;

/**
 * Options of operations that move pixels along one axis.
 *
 * @param magnitude how far
 * @param direction the axis
 * @param displacement how pixels are moved
 * @param strength how often and how strongly
 */
@ConfigSection
public record ShiftOptions(
    @Doc("how far, as a part: of the other side for Shear, of this one for Translate")
        Optional<Double> magnitude,
    @Doc("axis along which pixels move") @Default("horizontal") Direction direction,
    @Inline Displacement displacement,
    @Inline Strength strength) {
  /** Checks that there is one magnitude. */
  public ShiftOptions {
    strength.requireOne("magnitude", magnitude);
  }

  /** The options of an operation of a policy, at a magnitude between two. */
  static ShiftOptions between(double least, double greatest, Direction direction) {
    return new ShiftOptions(
        Optional.empty(), direction, Displacement.byDefault(), Strength.between(least, greatest));
  }

  /** The options of an operation that is always carried out, with a magnitude of either sign. */
  static ShiftOptions exactly(double magnitude, Direction direction, Displacement displacement) {
    return new ShiftOptions(Optional.of(magnitude), direction, displacement, Strength.of(1));
  }

  ShiftOptions within(Levels levels, Hyperparameters hyperparameters) {
    return new ShiftOptions(
        magnitude, direction, displacement.within(hyperparameters), strength.at(levels));
  }
}
