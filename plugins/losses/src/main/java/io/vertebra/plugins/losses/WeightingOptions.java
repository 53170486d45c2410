package io.vertebra.plugins.losses;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import java.util.List;
import java.util.Optional;

/**
 * Options of how losses are weighed and added up.
 *
 * @param reduction how the losses of a batch become one number
 * @param lossWeight what the loss is multiplied by
 * @param classWeight what the part of each class is multiplied by
 * @param posWeight what the part of the targets that is one is multiplied by; with sigmoid only
 */
public record WeightingOptions(
    @Doc("how the losses of a batch become one number") @Default("mean") Reduction reduction,
    @Doc("what the loss is multiplied by") @Default("1.0") @Range(min = 0) double lossWeight,
    @Doc("what the part of each class is multiplied by, a number for each")
        Optional<List<Double>> classWeight,
    @Doc(
            "what the part of positive targets is multiplied by, with use_sigmoid: one number or one"
                + " for each class")
        Optional<Weights> posWeight) {
  /** Mean, no weights. */
  static final WeightingOptions PLAIN =
      new WeightingOptions(Reduction.MEAN, 1, Optional.empty(), Optional.empty());

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

  NDArray weigh(NDArray loss) {
    return lossWeight == 1 ? loss : loss.mul((float) lossWeight);
  }
}
