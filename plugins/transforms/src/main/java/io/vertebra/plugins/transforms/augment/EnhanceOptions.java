package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import java.util.Optional;

/**
 * Options of operations that move an image away from a dull form of itself.
 *
 * @param magnitude how far
 * @param randomNegativeProb how often the other way
 * @param strength how often and how strongly
 */
@ConfigSection
public record EnhanceOptions(
    @Doc("how far from the dull form: 0 changes nothing, -1 gives the dull form")
        Optional<Double> magnitude,
    @Doc("probability that the magnitude becomes negative") @Default("0.5") @Range(min = 0, max = 1)
        double randomNegativeProb,
    @Inline Strength strength) {
  /** Checks that there is one magnitude. */
  public EnhanceOptions {
    strength.requireOne("magnitude", magnitude);
  }

  /** The options of an operation of a policy, at a magnitude between two. */
  static EnhanceOptions between(double least, double greatest) {
    return new EnhanceOptions(Optional.empty(), 0.5, Strength.between(least, greatest));
  }

  /** The options of an operation of a policy, at a fixed magnitude. */
  static EnhanceOptions of(double magnitude, double prob) {
    return new EnhanceOptions(Optional.of(magnitude), 0.5, Strength.of(prob));
  }

  /** The options of an operation that is always carried out, with a magnitude of either sign. */
  static EnhanceOptions exactly(double magnitude) {
    return new EnhanceOptions(Optional.of(magnitude), 0, Strength.of(1));
  }

  EnhanceOptions at(Levels levels) {
    return new EnhanceOptions(magnitude, randomNegativeProb, strength.at(levels));
  }
}
