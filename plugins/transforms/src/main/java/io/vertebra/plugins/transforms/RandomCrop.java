package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cuts a part of fixed size out of a random place of an image, which may be padded first, {@code
 * mmpretrain.datasets.RandomCrop}. A side that is shorter than the crop stays as it is.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "RandomCrop",
    summary = "Cuts a part of fixed size out of a random place, with padding if asked for")
public final class RandomCrop implements Transform {
  private final Options options;
  private final ImageOps ops;

  /**
   * Options of {@link RandomCrop}.
   *
   * @param cropSize the size of the part
   * @param padding pixels added at the sides
   * @param padVal the value of added pixels
   */
  public record Options(
      @Doc("[height, width], or one number for both") IntPair cropSize,
      @Doc(
              "pixels added before: at all sides, [left and right, top and bottom], or [left, top,"
                  + " right, bottom]")
          @Default("0")
          IntList padding,
      @Doc("value of each channel of added pixels") @Default("0") @Range(min = 0, max = 255)
          int padVal) {
    /** Checks the sizes. */
    public Options {
      Pairs.requirePositive("crop_size", cropSize);
      List<Integer> sides = padding.values();
      boolean known = sides.size() == 1 || sides.size() == 2 || sides.size() == 4;
      if (!known || sides.stream().anyMatch(pixels -> pixels < 0)) {
        throw new IllegalArgumentException(
            "padding is %s: expected 1, 2 or 4 numbers of 0 or more".formatted(sides));
      }
    }

    private int pad(int side) {
      return padding.values().get(side % padding.values().size());
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
    this.ops = requireNonNull(ops, "ops is null");
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    return sample.mapImage(image -> crop(image, random));
  }

  private ImageBuffer crop(ImageBuffer image, RandomGenerator random) {
    int paddedHeight = image.height() + options.pad(1) + options.pad(3);
    int paddedWidth = image.width() + options.pad(0) + options.pad(2);
    int height = Math.min(paddedHeight, options.cropSize().first());
    int width = Math.min(paddedWidth, options.cropSize().second());
    int top = random.nextInt(paddedHeight - height + 1) - options.pad(1);
    int left = random.nextInt(paddedWidth - width + 1) - options.pad(0);
    boolean inside =
        top >= 0 && left >= 0 && top + height <= image.height() && left + width <= image.width();
    return inside
        ? ops.crop(image, top, left, height, width)
        : cropOverEdge(image, top, left, height, width);
  }

  private ImageBuffer cropOverEdge(ImageBuffer image, int top, int left, int height, int width) {
    ImageBuffer part = ops.allocate(height, width, image.channels());
    ByteBuffer target = part.pixels();
    while (target.hasRemaining()) {
      target.put((byte) options.padVal());
    }
    int firstColumn = Math.max(0, left);
    int columns = Math.min(image.width(), left + width) - firstColumn;
    for (int row = Math.max(0, top); row < Math.min(image.height(), top + height); row++) {
      int from = (row * image.width() + firstColumn) * image.channels();
      int to = ((row - top) * width + firstColumn - left) * image.channels();
      target.put(to, image.pixels(), from, Math.max(0, columns) * image.channels());
    }
    return part;
  }
}
