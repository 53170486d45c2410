package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.Framing;
import io.vertebra.plugins.transforms.pixels.Rectangle;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Cuts a part of fixed size out of a random place of an image, which may be padded first, {@code
 * mmpretrain.datasets.RandomCrop}. A side that is shorter than the crop stays as it is, or is
 * padded if asked for. Unlike there, {@code padding_mode} counts for {@code padding} too.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "RandomCrop",
    summary = "Cuts a part of fixed size out of a random place, with padding if asked for")
public final class RandomCrop implements Transform {
  private final Options options;
  private final Framing framing;
  private final ImageOps ops;

  /**
   * Options of {@link RandomCrop}.
   *
   * @param cropSize the size of the part
   * @param padding pixels added at the sides
   * @param padIfNeeded whether smaller images are padded
   * @param filling what is added
   */
  public record Options(
      @Doc("[height, width], or one number for both") IntPair cropSize,
      @Doc(
              "pixels added before: at all sides, [left and right, top and bottom], or [left, top,"
                  + " right, bottom]; none by default")
          Optional<IntList> padding,
      @Doc("pad images that are smaller than the crop, half at each side") @Default("false")
          boolean padIfNeeded,
      @Inline Padding filling) {
    /** Checks the sizes. */
    public Options {
      Pairs.requirePositive("crop_size", cropSize);
      List<Integer> sides = padding.map(IntList::values).orElse(List.of(0));
      boolean known = sides.size() == 1 || sides.size() == 2 || sides.size() == 4;
      if (!known || sides.stream().anyMatch(pixels -> pixels < 0)) {
        throw new IllegalArgumentException(
            "padding is %s: expected 1, 2 or 4 numbers of 0 or more".formatted(sides));
      }
    }

    private int pad(int side) {
      List<Integer> sides = padding.map(IntList::values).orElse(List.of(0));
      return sides.get(side % sides.size());
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops crops, and gives memory for padded images
   */
  public RandomCrop(Options options, ImageOps ops) {
    this.options = requireNonNull(options, "options is null");
    this.framing = options.filling().framing();
    this.ops = requireNonNull(ops, "ops is null");
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    return sample.mapImage(image -> crop(image, random));
  }

  private ImageBuffer crop(ImageBuffer image, RandomGenerator random) {
    Side rows = side(image.height(), options.cropSize().first(), options.pad(1), options.pad(3));
    Side columns = side(image.width(), options.cropSize().second(), options.pad(0), options.pad(2));
    boolean whole = rows.isWhole() && columns.isWhole();
    int top = whole ? 0 : random.nextInt(rows.length() - rows.crop() + 1);
    int left = whole ? 0 : random.nextInt(columns.length() - columns.crop() + 1);
    Rectangle part =
        new Rectangle(top - rows.before(), left - columns.before(), rows.crop(), columns.crop());
    return framing.take(ops, image, part);
  }

  private Side side(int image, int crop, int before, int after) {
    int padded = image + before + after;
    int missing = options.padIfNeeded() ? Math.max(0, crop - padded + 1) / 2 : 0;
    int length = padded + 2 * missing;
    return new Side(before + missing, length, Math.min(length, crop));
  }

  /** One side of an image: pixels added before it, its length with padding, and what is taken. */
  private record Side(int before, int length, int crop) {
    /** Whether nothing is drawn, as MMPretrain draws nothing where both sides fit. */
    boolean isWhole() {
      return length == crop;
    }
  }
}
