package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.random.RandomGenerator;

/**
 * Cuts out the middle of an image, {@code mmcv.transforms.CenterCrop}: where a margin is odd its
 * half is rounded to the even number. A side that is shorter than the crop stays as it is.
 */
@Plugin(kind = Kind.TRANSFORM, type = "CenterCrop", summary = "Cuts out the middle of an image")
public final class CenterCrop implements Transform {
  private final Options options;
  private final ImageOps ops;

  /**
   * Options of {@link CenterCrop}.
   *
   * @param cropSize the size of the part
   */
  public record Options(@Doc("[width, height], or one number for both") IntPair cropSize) {
    /** Checks the size. */
    public Options {
      Pairs.requirePositive("crop_size", cropSize);
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops crops
   */
  public CenterCrop(Options options, ImageOps ops) {
    this.options = requireNonNull(options, "options is null");
    this.ops = requireNonNull(ops, "ops is null");
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    return sample.mapImage(this::crop);
  }

  private ImageBuffer crop(ImageBuffer image) {
    int width = Math.min(image.width(), options.cropSize().first());
    int height = Math.min(image.height(), options.cropSize().second());
    return ops.crop(
        image, margin(image.height(), height), margin(image.width(), width), height, width);
  }

  private static int margin(int side, int crop) {
    return (int) Math.rint((side - crop) / 2.0);
  }
}
