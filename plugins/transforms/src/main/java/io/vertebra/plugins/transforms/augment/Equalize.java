package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.Histogram;
import java.util.random.RandomGenerator;

/**
 * Makes the values of each channel about equally frequent, {@code mmpretrain.datasets.Equalize}.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "Equalize",
    summary = "Evens the histogram of each channel out")
public final class Equalize extends Augmentation {
  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public Equalize(ChanceOptions options) {
    super(Strength.of(options.prob()));
  }

  @Override
  ImageBuffer operate(ImageBuffer image, RandomGenerator random) {
    Histogram.equalize(image);
    return image;
  }

  @Override
  Equalize within(Levels levels, Hyperparameters hyperparameters) {
    return this;
  }
}
