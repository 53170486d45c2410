package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.BoxBlurs;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Blurs images as Pillow does, {@code mmpretrain.datasets.GaussianBlur}. */
@Plugin(kind = Kind.TRANSFORM, type = "GaussianBlur", summary = "Blurs images as Pillow does")
public final class GaussianBlur extends Augmentation {
  private final Options options;

  /**
   * Options of {@link GaussianBlur}.
   *
   * @param radius the standard deviation
   * @param strength how often and how strongly
   */
  public record Options(
      @Doc("standard deviation in pixels") Optional<Double> radius, @Inline Strength strength) {
    /** Checks that there is one magnitude. */
    public Options {
      strength.requireOne("radius", radius);
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public GaussianBlur(Options options) {
    super(options.strength());
    this.options = options;
  }

  @Override
  ImageBuffer operate(ImageBuffer image, RandomGenerator random) {
    double radius = strength().magnitude(options.radius(), random);
    new BoxBlurs((float) Math.max(0, radius)).apply(image);
    return image;
  }

  @Override
  GaussianBlur within(Levels levels, Hyperparameters hyperparameters) {
    return new GaussianBlur(new Options(options.radius(), options.strength().at(levels)));
  }
}
