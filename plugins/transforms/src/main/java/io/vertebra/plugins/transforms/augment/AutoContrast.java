package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.Histogram;
import java.util.random.RandomGenerator;

/**
 * Stretches each channel so that its values reach from 0 to 255, {@code
 * mmpretrain.datasets.AutoContrast}.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "AutoContrast",
    summary = "Stretches the values of each channel to the whole range")
public final class AutoContrast extends Augmentation {
  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public AutoContrast(ChanceOptions options) {
    super(Strength.of(options.prob()));
  }

  @Override
  ImageBuffer operate(ImageBuffer image, RandomGenerator random) {
    Histogram.stretch(image);
    return image;
  }

  @Override
  AutoContrast within(Levels levels, Hyperparameters hyperparameters) {
    return this;
  }
}
