package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cuts a part of random area and ratio out of an image and resizes it (Szegedy et al., Going deeper
 * with convolutions, 2015, section 6), {@code mmpretrain.datasets.RandomResizedCrop}.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "RandomResizedCrop",
    summary = "Cuts out a part of random area and ratio and resizes it")
public final class RandomResizedCrop implements Transform {
  private final Options options;
  private final ImageOps ops;
  private final RandomBox box;

  /**
   * Options of {@link RandomResizedCrop}.
   *
   * @param scale the size of the result
   * @param cropRatioRange least and greatest part of the area
   * @param aspectRatioRange least and greatest ratio of width to height
   * @param maxAttempts draws until the middle of the image is taken instead
   * @param rule how pixels are computed
   */
  public record Options(
      @Doc("[height, width] of the result, or one number for both") IntPair scale,
      @Doc("least and greatest part of the area of the image")
          @Default("[0.08, 1.0]")
          @Range(min = 0)
          List<Double> cropRatioRange,
      @Doc("least and greatest ratio of width to height")
          @Default("[0.75, 1.3333333333333333]")
          @Range(min = 0)
          List<Double> aspectRatioRange,
      @Doc("draws that may fail to fit before the middle of the image is taken")
          @Default("10")
          @Range(min = 0)
          int maxAttempts,
      @Inline ResizeRule rule) {
    /** Checks the size and the ranges. */
    public Options {
      Pairs.requirePositive("scale", scale);
      requireRange("crop_ratio_range", cropRatioRange);
      requireRange("aspect_ratio_range", aspectRatioRange);
    }

    private static void requireRange(String key, List<Double> range) {
      if (range.size() != 2 || range.get(0) <= 0 || range.get(0) > range.get(1)) {
        throw new IllegalArgumentException(
            "%s is %s: expected two numbers greater than 0, the smaller first"
                .formatted(key, range));
      }
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops crops and resizes
   */
  public RandomResizedCrop(Options options, ImageOps ops) {
    this.options = requireNonNull(options, "options is null");
    this.ops = requireNonNull(ops, "ops is null");
    this.box =
        new RandomBox(options.cropRatioRange(), options.aspectRatioRange(), options.maxAttempts());
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    return sample.mapImage(image -> cropAndResize(image, random));
  }

  private ImageBuffer cropAndResize(ImageBuffer image, RandomGenerator random) {
    RandomBox.Box part = box.draw(image.height(), image.width(), random);
    ImageBuffer cropped = ops.crop(image, part.top(), part.left(), part.height(), part.width());
    ImageBuffer result = null;
    try {
      result =
          options.rule().resize(ops, cropped, options.scale().first(), options.scale().second());
      return result;
    } finally {
      if (result != cropped) {
        cropped.close();
      }
    }
  }
}
