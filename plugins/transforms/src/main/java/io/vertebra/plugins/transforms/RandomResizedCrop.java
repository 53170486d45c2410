package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
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
  private final ImageOps ops;
  private final RandomBox box;
  private final CropAndResize result;

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
      Ranges.requirePositive("crop_ratio_range", cropRatioRange);
      Ranges.requirePositive("aspect_ratio_range", aspectRatioRange);
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops crops and resizes
   */
  public RandomResizedCrop(Options options, ImageOps ops) {
    this.ops = requireNonNull(ops, "ops is null");
    this.box =
        new RandomBox(options.cropRatioRange(), options.aspectRatioRange(), options.maxAttempts());
    this.result =
        new CropAndResize(options.scale().first(), options.scale().second(), options.rule());
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    return sample.mapImage(
        image -> result.apply(ops, image, box.draw(image.height(), image.width(), random)));
  }
}
