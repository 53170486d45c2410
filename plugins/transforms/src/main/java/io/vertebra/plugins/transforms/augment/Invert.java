package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.PointTable;
import java.util.random.RandomGenerator;

/** Turns each value into 255 minus it, {@code mmpretrain.datasets.Invert}. */
@Plugin(kind = Kind.TRANSFORM, type = "Invert", summary = "Turns each value into 255 minus it")
public final class Invert extends Augmentation {
  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public Invert(ChanceOptions options) {
    super(Strength.of(options.prob()));
  }

  @Override
  ImageBuffer operate(ImageBuffer image, RandomGenerator random) {
    PointTable.of(value -> 255 - value).apply(image);
    return image;
  }

  @Override
  Invert within(Levels levels, Hyperparameters hyperparameters) {
    return this;
  }
}
