package io.vertebra.plugins.transforms.augment;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.AffineWarp;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Turns an image, {@code mmpretrain.datasets.Rotate}. As there, a single number for the colour of
 * what comes from outside fills the first channel, blue, and leaves the others 0.
 */
@Plugin(kind = Kind.TRANSFORM, type = "Rotate", summary = "Turns an image")
public final class Rotate extends Augmentation {
  private final Options options;
  private final ImageOps ops;

  /**
   * Options of {@link Rotate}.
   *
   * @param angle how far
   * @param center the point that stays
   * @param scale how much larger the content becomes
   * @param displacement how pixels are moved
   * @param strength how often and how strongly
   */
  public record Options(
      @Doc("angle in degrees, clockwise") Optional<Double> angle,
      @Doc("[x, y] of the point that stays, in pixels; the middle of the image by default")
          Optional<List<Double>> center,
      @Doc("factor by which the content becomes larger") @Default("1.0") double scale,
      @Inline Displacement displacement,
      @Inline Strength strength) {
    /** Checks the point and that there is one angle. */
    public Options {
      strength.requireOne("angle", angle);
      if (center.isPresent() && center.get().size() != 2) {
        throw new IllegalArgumentException(
            "center is %s: expected two numbers, x and y".formatted(center.get()));
      }
    }

    static Options of(Optional<Double> angle, Displacement displacement, Strength strength) {
      return new Options(angle, Optional.empty(), 1, displacement, strength);
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options; nearest where they name no interpolation
   * @param ops gives memory
   */
  public Rotate(Options options, ImageOps ops) {
    super(options.strength());
    this.options = options;
    this.ops = requireNonNull(ops, "ops is null");
  }

  @Override
  ImageBuffer operate(ImageBuffer image, RandomGenerator random) {
    Displacement displacement = options.displacement();
    double angle = strength().signed(options.angle(), displacement.randomNegativeProb(), random);
    List<Double> center =
        options
            .center()
            .orElseGet(() -> List.of((image.width() - 1) * 0.5, (image.height() - 1) * 0.5));
    double[] matrix = AffineWarp.rotation(angle, options.scale(), center.get(0), center.get(1));
    List<Double> color = color(image.channels());
    return displacement.move(ops, image, matrix, Interpolation.NEAREST, color);
  }

  private List<Double> color(int channels) {
    List<Double> given = options.displacement().padVal().orElse(Displacement.PAD_VAL).values();
    return given.size() == 1 && channels == 3 ? List.of(given.get(0), 0.0, 0.0) : given;
  }

  @Override
  Rotate within(Levels levels, Hyperparameters hyperparameters) {
    return new Rotate(
        new Options(
            options.angle(),
            options.center(),
            options.scale(),
            options.displacement().within(hyperparameters),
            options.strength().at(levels)),
        ops);
  }
}
