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
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.random.RandomGenerator;

/** Resizes an image to a size, or into one, {@code mmcv.transforms.Resize}. */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "Resize",
    summary = "Resizes an image to a size, or into it with its ratio kept")
public final class Resize implements Transform {
  private final Options options;
  private final ImageOps ops;

  /**
   * Options of {@link Resize}.
   *
   * @param scale the size
   * @param keepRatio whether the image keeps its ratio of width to height
   * @param rule how pixels are computed
   */
  public record Options(
      @Doc("[width, height], or one number for both") IntPair scale,
      @Doc(
              "keep the ratio of the sides: the largest size whose long and short side fit into those"
                  + " of scale")
          @Default("false")
          boolean keepRatio,
      @Inline ResizeRule rule) {
    /** Checks the size. */
    public Options {
      Pairs.requirePositive("scale", scale);
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops resizes
   */
  public Resize(Options options, ImageOps ops) {
    this.options = requireNonNull(options, "options is null");
    this.ops = requireNonNull(ops, "ops is null");
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    return sample.mapImage(options.keepRatio() ? this::resizeInto : this::resizeTo);
  }

  private ImageBuffer resizeTo(ImageBuffer image) {
    return options.rule().resize(ops, image, options.scale().second(), options.scale().first());
  }

  private ImageBuffer resizeInto(ImageBuffer image) {
    int width = options.scale().first();
    int height = options.scale().second();
    double factor =
        Math.min(
            (double) Math.max(width, height) / Math.max(image.width(), image.height()),
            (double) Math.min(width, height) / Math.min(image.width(), image.height()));
    return options
        .rule()
        .resize(ops, image, scaled(image.height(), factor), scaled(image.width(), factor));
  }

  /** Rounds half up, as {@code mmcv.rescale_size} does; a very thin image keeps one pixel. */
  private static int scaled(int side, double factor) {
    return Math.max(1, (int) (side * factor + 0.5));
  }
}
