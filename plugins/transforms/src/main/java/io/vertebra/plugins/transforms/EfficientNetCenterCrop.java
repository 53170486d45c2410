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
import java.util.random.RandomGenerator;

/**
 * Cuts the middle out of an image and resizes it, as EfficientNet's validation does, {@code
 * mmpretrain.datasets.EfficientNetCenterCrop}: a square of {@code crop_size / (crop_size +
 * crop_padding)} of the short side.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "EfficientNetCenterCrop",
    summary = "Cuts out the middle as EfficientNet's validation does and resizes it")
public final class EfficientNetCenterCrop implements Transform {
  private final ImageOps ops;
  private final EfficientNetMiddle middle;
  private final CropAndResize result;

  /**
   * Options of {@link EfficientNetCenterCrop}.
   *
   * @param cropSize the side of the result
   * @param cropPadding the margin
   * @param interpolation the rule
   * @param backend the library whose arithmetic is used
   */
  public record Options(
      @Doc("side of the square result") @Range(min = 1) int cropSize,
      @Doc("margin around the part, in pixels of the result") @Default("32") @Range(min = 0)
          int cropPadding,
      @Doc("how values are taken from the source") @Default("bicubic") Interpolation interpolation,
      @Doc("library whose arithmetic is used") @Default("cv2") ResizeBackend backend) {}

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops crops and resizes
   */
  public EfficientNetCenterCrop(Options options, ImageOps ops) {
    this.ops = requireNonNull(ops, "ops is null");
    this.middle = new EfficientNetMiddle(options.cropSize(), options.cropPadding());
    this.result =
        new CropAndResize(
            options.cropSize(),
            options.cropSize(),
            new ResizeRule(options.interpolation(), options.backend()));
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    return sample.mapImage(
        image -> result.apply(ops, image, middle.of(image.height(), image.width())));
  }
}
