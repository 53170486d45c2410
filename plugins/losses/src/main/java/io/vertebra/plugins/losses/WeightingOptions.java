package io.vertebra.plugins.losses;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import java.util.List;
import java.util.Optional;

/**
 * Options of how classes are weighed and losses added up.
 *
 * @param sum how losses are added up
 * @param classWeight what the part of each class is multiplied by
 * @param posWeight what the part of the targets that is one is multiplied by; with sigmoid only
 */
public record WeightingOptions(
    @Inline ReductionOptions sum,
    @Doc("what the part of each class is multiplied by, a number for each")
        Optional<List<Double>> classWeight,
    @Doc(
            "what the part of positive targets is multiplied by, with use_sigmoid: one number or one"
                + " for each class")
        Optional<Weights> posWeight) {
  /** Mean, no weights. */
  static final WeightingOptions PLAIN =
      new WeightingOptions(ReductionOptions.MEAN, Optional.empty(), Optional.empty());

  List<Double> classes() {
    return classWeight.orElse(List.of());
  }

  List<Double> positives() {
    return posWeight.map(Weights::values).orElse(List.of());
  }

  void requireNoPositives() {
    if (posWeight.isPresent()) {
      throw new IllegalArgumentException(
          "pos_weight weighs the targets of sigmoids: set use_sigmoid: true, or leave it out");
    }
  }
}
