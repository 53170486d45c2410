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
import io.vertebra.plugins.transforms.pixels.Rectangle;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Adds pixels at the right and at the bottom, {@code mmcv.transforms.Pad}. A side that is long
 * enough stays.
 */
@Plugin(kind = Kind.TRANSFORM, type = "Pad", summary = "Adds pixels at the right and the bottom")
public final class Pad implements Transform {
  private final Options options;
  private final ImageOps ops;

  /**
   * Options of {@link Pad}.
   *
   * @param size the least size
   * @param sizeDivisor what sides become a multiple of
   * @param padToSquare whether both sides become as long as the longer
   * @param padding what is added
   */
  public record Options(
      @Doc("[width, height] that the image has at least, or one number for both")
          Optional<IntPair> size,
      @Doc("sides become multiples of this") @Range(min = 1) Optional<Integer> sizeDivisor,
      @Doc("both sides become as long as the longer one") @Default("false") boolean padToSquare,
      @Inline Padding padding) {
    /** Checks that the new size is told in one way. */
    public Options {
      size.ifPresent(pair -> Pairs.requirePositive("size", pair));
      boolean told = size.isPresent() || sizeDivisor.isPresent() || padToSquare;
      if (!told || (size.isPresent() && (sizeDivisor.isPresent() || padToSquare))) {
        throw new IllegalArgumentException(
            "the size is told by one of size, size_divisor and pad_to_square (the last two may"
                + " stand together); here %s"
                    .formatted(told ? "size is not alone" : "is none of them"));
      }
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops gives memory
   */
  public Pad(Options options, ImageOps ops) {
    this.options = requireNonNull(options, "options is null");
    this.ops = requireNonNull(ops, "ops is null");
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    return sample.mapImage(this::pad);
  }

  private ImageBuffer pad(ImageBuffer image) {
    int longer = Math.max(image.height(), image.width());
    int height = side(image.height(), options.size().map(IntPair::second), longer);
    int width = side(image.width(), options.size().map(IntPair::first), longer);
    return height == image.height() && width == image.width()
        ? image
        : options.padding().framing().take(ops, image, new Rectangle(0, 0, height, width));
  }

  private int side(int side, Optional<Integer> least, int longer) {
    int padded = Math.max(least.orElse(0), options.padToSquare() ? longer : side);
    int divisor = options.sizeDivisor().orElse(1);
    return (padded + divisor - 1) / divisor * divisor;
  }
}
