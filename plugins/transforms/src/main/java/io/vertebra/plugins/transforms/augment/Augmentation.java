package io.vertebra.plugins.transforms.augment;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import java.util.random.RandomGenerator;

/** An operation on the colours or the place of pixels that is carried out by chance. */
abstract class Augmentation implements Transform {
  private final Strength strength;

  Augmentation(Strength strength) {
    this.strength = requireNonNull(strength, "strength is null");
  }

  final Strength strength() {
    return strength;
  }

  @Override
  public final Sample apply(Sample sample, RandomGenerator random) {
    return strength.skips(random) ? sample : sample.mapImage(image -> operate(image, random));
  }

  /** Carries the operation out: on the image itself, or by a new one. */
  abstract ImageBuffer operate(ImageBuffer image, RandomGenerator random);

  /** The same within a policy: at its levels, and with what it sets for all that do not say. */
  abstract Augmentation within(Levels levels, Hyperparameters hyperparameters);
}
