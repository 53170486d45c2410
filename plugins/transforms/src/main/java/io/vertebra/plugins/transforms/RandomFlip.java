package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.FlipDirection;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.random.RandomGenerator;

/** Mirrors some of the images, {@code mmcv.transforms.RandomFlip}. Each takes one random draw. */
@Plugin(kind = Kind.TRANSFORM, type = "RandomFlip", summary = "Mirrors some of the images")
public final class RandomFlip implements Transform {
  private final Options options;
  private final ImageOps ops;

  /**
   * Options of {@link RandomFlip}.
   *
   * @param prob the probability that an image is mirrored
   * @param direction the axes
   */
  public record Options(
      @Doc("probability that an image is mirrored") @Range(min = 0, max = 1) double prob,
      @Doc("axes along which it is mirrored") @Default("horizontal") FlipDirection direction) {}

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops mirrors
   */
  public RandomFlip(Options options, ImageOps ops) {
    this.options = requireNonNull(options, "options is null");
    this.ops = requireNonNull(ops, "ops is null");
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    boolean flip = random.nextDouble() < options.prob();
    return sample.mapImage(image -> flip ? ops.flip(image, options.direction()) : image);
  }
}
