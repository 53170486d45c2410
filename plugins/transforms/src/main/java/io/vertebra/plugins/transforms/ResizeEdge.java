package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.random.RandomGenerator;

/**
 * Resizes an image so that one of its sides has a length, with its ratio kept, {@code
 * mmpretrain.datasets.ResizeEdge}. The other side is rounded down.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "ResizeEdge",
    summary = "Resizes an image so that one side has a length; the ratio is kept")
public final class ResizeEdge implements Transform {
  private final Options options;
  private final ImageOps ops;

  /**
   * Options of {@link ResizeEdge}.
   *
   * @param scale the length
   * @param edge the side that gets it
   * @param rule how pixels are computed
   */
  public record Options(
      @Doc("length of the side in pixels") @Range(min = 1) int scale,
      @Doc("the side that gets the length") @Default("short") Edge edge,
      @Inline ResizeRule rule) {}

  /** The sides of an image. */
  public enum Edge {
    /** The shorter one. */
    SHORT,
    /** The longer one. */
    LONG,
    /** The upper and lower one. */
    WIDTH,
    /** The left and right one. */
    HEIGHT
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops resizes
   */
  public ResizeEdge(Options options, ImageOps ops) {
    this.options = requireNonNull(options, "options is null");
    this.ops = requireNonNull(ops, "ops is null");
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    return sample.mapImage(this::resize);
  }

  private ImageBuffer resize(ImageBuffer image) {
    int scale = options.scale();
    return setsWidth(image)
        ? options.rule().resize(ops, image, other(image.height(), image.width()), scale)
        : options.rule().resize(ops, image, scale, other(image.width(), image.height()));
  }

  private boolean setsWidth(ImageBuffer image) {
    return switch (options.edge()) {
      case SHORT -> image.width() < image.height();
      case LONG -> image.width() > image.height();
      case WIDTH -> true;
      case HEIGHT -> false;
    };
  }

  private int other(int side, int edge) {
    return (int) Math.max(1, (long) options.scale() * side / edge);
  }
}
