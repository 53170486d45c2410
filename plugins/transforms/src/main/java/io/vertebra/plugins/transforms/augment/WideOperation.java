package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * An operation at a magnitude that a policy draws.
 *
 * @param least the magnitude of the weakest
 * @param greatest the magnitude of the strongest
 * @param signed whether it has either sign
 * @param maker makes it
 */
record WideOperation(double least, double greatest, boolean signed, Maker maker) {
  /** Makes the operation for an image. */
  interface Maker {
    /** Makes it at a magnitude. */
    Transform at(double magnitude, ImageBuffer image);
  }

  /**
   * Makes the operation at a part, 0 to 1, of the way from the weakest to the strongest, and draws
   * its sign where it has one.
   */
  Transform at(double part, ImageBuffer image, RandomGenerator random) {
    double magnitude = least + part * (greatest - least);
    boolean negative = signed && random.nextBoolean();
    return maker.at(negative ? -magnitude : magnitude, image);
  }

  static WideOperation without(Transform operation) {
    return new WideOperation(0, 0, false, (magnitude, image) -> operation);
  }

  static WideOperation autoContrast() {
    return without(new AutoContrast(new ChanceOptions(1)));
  }

  static WideOperation equalize() {
    return without(new Equalize(new ChanceOptions(1)));
  }

  static WideOperation posterize(double least, double greatest) {
    return new WideOperation(
        least,
        greatest,
        false,
        (bits, image) ->
            new Posterize(new Posterize.Options(Optional.of(Math.rint(bits)), Strength.of(1))));
  }

  static WideOperation solarize(double least, double greatest) {
    return new WideOperation(
        least,
        greatest,
        false,
        (threshold, image) ->
            new Solarize(new Solarize.Options(Optional.of(threshold), Strength.of(1))));
  }

  static WideOperation rotate(double greatest, Displacement displacement, ImageOps ops) {
    return new WideOperation(
        0,
        greatest,
        true,
        (angle, image) ->
            new Rotate(Rotate.Options.of(Optional.of(angle), displacement, Strength.of(1)), ops));
  }

  /** Shears along both axes. */
  static List<WideOperation> shears(double greatest, Displacement displacement, ImageOps ops) {
    return axes(
        direction ->
            new WideOperation(
                0,
                greatest,
                true,
                (slope, image) ->
                    new Shear(ShiftOptions.exactly(slope, direction, displacement), ops)));
  }

  /** Shifts by pixels along both axes. */
  static List<WideOperation> shifts(double greatest, Displacement displacement, ImageOps ops) {
    return axes(
        direction ->
            new WideOperation(
                0,
                greatest,
                true,
                (pixels, image) -> {
                  int side = direction == Direction.HORIZONTAL ? image.width() : image.height();
                  return new Translate(
                      ShiftOptions.exactly(pixels / side, direction, displacement), ops);
                }));
  }

  private static List<WideOperation> axes(Function<Direction, WideOperation> make) {
    return List.of(make.apply(Direction.HORIZONTAL), make.apply(Direction.VERTICAL));
  }
}
