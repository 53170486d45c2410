package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.DoubleList;
import io.vertebra.api.options.Range;
import io.vertebra.plugins.transforms.pixels.AffineWarp;
import io.vertebra.plugins.transforms.pixels.Fill;
import java.util.List;
import java.util.Optional;

/**
 * What operations that move pixels have in common.
 *
 * @param padVal what stands where pixels come from outside
 * @param randomNegativeProb how often the other way
 * @param interpolation how pixels are computed
 */
public record Displacement(
    @Doc(
            "colour, blue first, of what comes from outside the image, or one number; 128 by"
                + " default")
        Optional<DoubleList> padVal,
    @Doc("probability that the magnitude becomes negative") @Default("0.5") @Range(min = 0, max = 1)
        double randomNegativeProb,
    @Doc(
            "how pixels are computed: nearest, bilinear, bicubic, or area, which is bilinear here;"
                + " by default bicubic for Shear, nearest for Translate and Rotate")
        Optional<Interpolation> interpolation) {
  static final DoubleList PAD_VAL = DoubleList.of(128);

  /** Checks that there is such a way to move pixels. */
  public Displacement {
    if (interpolation.isPresent() && !AffineWarp.rules().contains(interpolation.get())) {
      throw new IllegalArgumentException(
          "interpolation is %s: images are moved with one of %s"
              .formatted(
                  interpolation.get().label(),
                  AffineWarp.rules().stream().map(Interpolation::label).toList()));
    }
  }

  /** What an operation of a policy has. */
  static Displacement byDefault() {
    return new Displacement(Optional.empty(), 0.5, Optional.empty());
  }

  /** What an operation has whose magnitude keeps its sign. */
  static Displacement exactly(DoubleList padVal, Interpolation interpolation) {
    return new Displacement(Optional.of(padVal), 0, Optional.of(interpolation));
  }

  Displacement within(Hyperparameters hyperparameters) {
    return new Displacement(
        padVal.or(hyperparameters::padVal),
        randomNegativeProb,
        interpolation.or(hyperparameters::interpolation));
  }

  /** Moves an image, with the same fill in all channels where one number is given. */
  ImageBuffer move(ImageOps ops, ImageBuffer image, double[] matrix, Interpolation byDefault) {
    return move(ops, image, matrix, byDefault, padVal.orElse(PAD_VAL).values());
  }

  ImageBuffer move(
      ImageOps ops,
      ImageBuffer image,
      double[] matrix,
      Interpolation byDefault,
      List<Double> color) {
    byte[] fill = Fill.bytes(color, image.channels());
    return new AffineWarp(matrix, interpolation.orElse(byDefault), fill).apply(ops, image);
  }
}
