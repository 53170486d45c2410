package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import java.util.random.RandomGenerator;

/** An operation that moves an image away from a dull form of itself. */
abstract class Enhancement extends Augmentation {
  private final EnhanceOptions options;

  Enhancement(EnhanceOptions options) {
    super(options.strength());
    this.options = options;
  }

  /** Changes an image by a factor: 1 leaves it, 0 gives the dull form. */
  abstract void enhance(ImageBuffer image, double factor);

  /** The same operation with other options. */
  abstract Enhancement with(EnhanceOptions newOptions);

  @Override
  final ImageBuffer operate(ImageBuffer image, RandomGenerator random) {
    double magnitude = strength().signed(options.magnitude(), options.randomNegativeProb(), random);
    enhance(image, 1 + magnitude);
    return image;
  }

  @Override
  final Enhancement within(Levels levels, Hyperparameters hyperparameters) {
    return with(options.at(levels));
  }
}
