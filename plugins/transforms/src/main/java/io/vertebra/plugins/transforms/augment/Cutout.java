package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.DoubleList;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.Fill;
import io.vertebra.plugins.transforms.pixels.Rectangle;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Fills a rectangle at a random place with a colour (DeVries and Taylor, 2017), {@code
 * mmpretrain.datasets.Cutout}.
 */
@Plugin(kind = Kind.TRANSFORM, type = "Cutout", summary = "Fills a rectangle at a random place")
public final class Cutout extends Augmentation {
  private final Options options;

  /**
   * Options of {@link Cutout}.
   *
   * @param shape the size of the rectangle
   * @param padVal its colour
   * @param strength how often and how strongly
   */
  public record Options(
      @Doc("[height, width] of the rectangle, or one number for both") Optional<IntPair> shape,
      @Doc("colour of the rectangle, blue first, or one number for all channels; 128 by default")
          Optional<DoubleList> padVal,
      @Inline Strength strength) {
    /** Checks that there is one size. */
    public Options {
      strength.requireOne("shape", shape);
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public Cutout(Options options) {
    super(options.strength());
    this.options = options;
  }

  @Override
  ImageBuffer operate(ImageBuffer image, RandomGenerator random) {
    IntPair shape =
        options
            .shape()
            .orElseGet(() -> IntPair.of((int) strength().magnitude(Optional.empty(), random)));
    double row = random.nextDouble() * image.height();
    double column = random.nextDouble() * image.width();
    int top = (int) Math.max(0, row - shape.first() / 2.0);
    int left = (int) Math.max(0, column - shape.second() / 2.0);
    int height = Math.min(image.height(), top + shape.first()) - top;
    int width = Math.min(image.width(), left + shape.second()) - left;
    byte[] color =
        Fill.bytes(options.padVal().orElse(Displacement.PAD_VAL).values(), image.channels());
    Fill.paint(image, new Rectangle(top, left, height, width), color);
    return image;
  }

  @Override
  Cutout within(Levels levels, Hyperparameters hyperparameters) {
    return new Cutout(
        new Options(
            options.shape(),
            options.padVal().or(hyperparameters::padVal),
            options.strength().at(levels)));
  }
}
