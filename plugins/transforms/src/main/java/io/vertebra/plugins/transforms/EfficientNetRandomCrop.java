package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.image.ResizeBackend;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cuts a part of random area and ratio out of an image and resizes it, as EfficientNet's training
 * does, {@code mmpretrain.datasets.EfficientNetRandomCrop}.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "EfficientNetRandomCrop",
    summary = "Cuts out a part as EfficientNet's training does and resizes it")
public final class EfficientNetRandomCrop implements Transform {
  private final ImageOps ops;
  private final EfficientNetBox box;
  private final CropAndResize result;

  /**
   * Options of {@link EfficientNetRandomCrop}.
   *
   * @param scale the side of the result
   * @param minCovered the least part of the area that is taken
   * @param cropPadding the margin of the middle
   * @param cropRatioRange least and greatest part of the area
   * @param aspectRatioRange least and greatest ratio of width to height
   * @param maxAttempts draws until the middle of the image is taken instead
   * @param interpolation the rule
   * @param backend the library whose arithmetic is used
   */
  public record Options(
      @Doc("side of the square result") @Range(min = 1) int scale,
      @Doc("least part of the area of the image that is taken") @Default("0.1") @Range(min = 0)
          double minCovered,
      @Doc("margin of the middle that is taken when no draw fits, in pixels of the result")
          @Default("32")
          @Range(min = 0)
          int cropPadding,
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
      @Doc("how values are taken from the source") @Default("bicubic") Interpolation interpolation,
      @Doc("library whose arithmetic is used") @Default("cv2") ResizeBackend backend) {
    /** Checks the ranges. */
    public Options {
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
  public EfficientNetRandomCrop(Options options, ImageOps ops) {
    this.ops = requireNonNull(ops, "ops is null");
    this.box =
        new EfficientNetBox(
            options.cropRatioRange(),
            options.aspectRatioRange(),
            options.maxAttempts(),
            options.minCovered(),
            new EfficientNetMiddle(options.scale(), options.cropPadding()));
    this.result =
        new CropAndResize(
            options.scale(),
            options.scale(),
            new ResizeRule(options.interpolation(), options.backend()));
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    return sample.mapImage(
        image -> result.apply(ops, image, box.draw(image.height(), image.width(), random)));
  }
}
