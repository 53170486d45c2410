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
import io.vertebra.api.options.Key;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.Rectangle;
import java.util.random.RandomGenerator;

/**
 * Cuts out the middle of an image, {@code mmcv.transforms.CenterCrop}: where a margin is odd its
 * half is rounded to the even number. A side that is shorter than the crop stays as it is, or is
 * padded at its end before.
 */
@Plugin(kind = Kind.TRANSFORM, type = "CenterCrop", summary = "Cuts out the middle of an image")
public final class CenterCrop implements Transform {
  private final Options options;
  private final ImageOps ops;

  /**
   * Options of {@link CenterCrop}.
   *
   * @param cropSize the size of the part
   * @param autoPad whether smaller images are padded
   * @param padCfg what they are padded with
   */
  public record Options(
      @Doc("[width, height], or one number for both") IntPair cropSize,
      @Doc("pad images that are smaller than the crop") @Default("false") boolean autoPad,
      @Doc("what is padded, as options of Pad without a size") @Default("{type: Pad}")
          PadCfg padCfg) {
    /** Checks the size. */
    public Options {
      Pairs.requirePositive("crop_size", cropSize);
    }
  }

  /**
   * The padding of smaller images.
   *
   * @param type the transform that pads, which is always {@code Pad}
   * @param padding what is added
   */
  public record PadCfg(@Doc("always Pad") @Default("Pad") PadType type, @Inline Padding padding) {}

  /** What pads. */
  public enum PadType {
    /** The transform of that name. */
    @Key("Pad")
    PAD
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
    int width = length(image.width(), options.cropSize().first());
    int height = length(image.height(), options.cropSize().second());
    Rectangle middle =
        new Rectangle(margin(image.height(), height), margin(image.width(), width), height, width);
    return options.padCfg().padding().framing().take(ops, image, middle);
  }

  private int length(int side, int crop) {
    return options.autoPad() ? crop : Math.min(side, crop);
  }

  /** Padding stands at the end, so a side that was padded starts at 0. */
  private static int margin(int side, int crop) {
    return (int) Math.rint(Math.max(0, side - crop) / 2.0);
  }
}
