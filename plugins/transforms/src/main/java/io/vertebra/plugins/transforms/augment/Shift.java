package io.vertebra.plugins.transforms.augment;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.image.Interpolation;
import java.util.random.RandomGenerator;

/** An operation that moves pixels along one axis. */
abstract class Shift extends Augmentation {
  private final ShiftOptions options;
  private final ImageOps ops;

  Shift(ShiftOptions options, ImageOps ops) {
    super(options.strength());
    this.options = options;
    this.ops = requireNonNull(ops, "ops is null");
  }

  /** The map, two rows of three, of a magnitude. */
  abstract double[] matrix(ImageBuffer image, double magnitude, Direction direction);

  abstract Interpolation defaultInterpolation();

  /** The same operation with other options. */
  abstract Shift with(ShiftOptions newOptions, ImageOps sameOps);

  @Override
  final ImageBuffer operate(ImageBuffer image, RandomGenerator random) {
    double magnitude =
        strength().signed(options.magnitude(), options.displacement().randomNegativeProb(), random);
    double[] matrix = matrix(image, magnitude, options.direction());
    return options.displacement().move(ops, image, matrix, defaultInterpolation());
  }

  @Override
  final Shift within(Levels levels, Hyperparameters hyperparameters) {
    return with(options.within(levels, hyperparameters), ops);
  }
}
