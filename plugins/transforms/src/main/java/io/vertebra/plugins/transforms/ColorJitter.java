package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.DoubleList;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.Enhance;
import io.vertebra.plugins.transforms.pixels.HueShift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Changes brightness, contrast, saturation and hue of an image in random order, {@code
 * mmpretrain.datasets.ColorJitter}.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "ColorJitter",
    summary = "Changes brightness, contrast, saturation and hue in random order")
public final class ColorJitter implements Transform {
  private static final double HALF_CIRCLE = 0.5;

  private final Optional<Bounds> brightness;
  private final Optional<Bounds> contrast;
  private final Optional<Bounds> saturation;
  private final Optional<Bounds> hue;
  private final Backend backend;

  /**
   * Options of {@link ColorJitter}.
   *
   * @param brightness how much brightness varies
   * @param contrast how much contrast varies
   * @param saturation how much saturation varies
   * @param hue how much hue varies
   * @param backend the library whose arithmetic is used
   */
  public record Options(
      @Doc("x for factors from 1 - x, at least 0, to 1 + x; or [least, greatest] factor")
          @Default("0")
          DoubleList brightness,
      @Doc("the same for contrast") @Default("0") DoubleList contrast,
      @Doc("the same for saturation") @Default("0") DoubleList saturation,
      @Doc("x for turns from -x to x of the circle, or [least, greatest]; at most half of it")
          @Default("0")
          DoubleList hue,
      @Doc("library whose arithmetic is used") @Default("pillow") Backend backend) {}

  /** The libraries whose arithmetic there is. */
  public enum Backend {
    /** Pillow's {@code ImageEnhance} and mode HSV. */
    PILLOW(Enhance.PILLOW, HueShift.PILLOW),
    /** MMCV's functions on OpenCV. */
    CV2(Enhance.CV2, HueShift.CV2);

    private final Enhance enhance;
    private final HueShift hueShift;

    Backend(Enhance enhance, HueShift hueShift) {
      this.enhance = enhance;
      this.hueShift = hueShift;
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public ColorJitter(Options options) {
    requireNonNull(options, "options is null");
    brightness = Bounds.of("brightness", options.brightness().values(), 1, Double.MAX_VALUE);
    contrast = Bounds.of("contrast", options.contrast().values(), 1, Double.MAX_VALUE);
    saturation = Bounds.of("saturation", options.saturation().values(), 1, Double.MAX_VALUE);
    hue = Bounds.of("hue", options.hue().values(), 0, HALF_CIRCLE);
    backend = options.backend();
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
    for (int last = order.size() - 1; last > 0; last--) {
      int drawn = random.nextInt(last + 1);
      order.set(drawn, order.set(last, order.get(drawn)));
    }
    List<Optional<Consumer<ImageBuffer>>> changes =
        List.of(
            drawn(brightness, random, backend.enhance::brightness),
            drawn(contrast, random, backend.enhance::contrast),
            drawn(saturation, random, backend.enhance::color),
            drawn(hue, random, this::turnHue));
    return sample.mapImage(
        image -> {
          order.forEach(index -> changes.get(index).ifPresent(change -> change.accept(image)));
          return image;
        });
  }

  private static Optional<Consumer<ImageBuffer>> drawn(
      Optional<Bounds> bounds, RandomGenerator random, Change change) {
    return bounds.map(
        range -> {
          double factor = BoxDraw.uniform(range.low(), range.high(), random);
          return image -> change.apply(image, factor);
        });
  }

  private void turnHue(ImageBuffer image, double part) {
    backend.hueShift.apply(image, (int) (part * 255));
  }

  /** A change by a factor. */
  private interface Change {
    void apply(ImageBuffer image, double factor);
  }

  /**
   * What a factor is drawn from.
   *
   * @param low the least
   * @param high the greatest
   */
  private record Bounds(double low, double high) {
    /** The bounds of an option, or empty where they change nothing. */
    static Optional<Bounds> of(String key, List<Double> values, double neutral, double most) {
      double least = neutral == 1 ? 0 : -most;
      double low = values.size() == 1 ? neutral - values.get(0) : values.get(0);
      double high = values.size() == 1 ? neutral + values.get(0) : values.get(1);
      if (values.size() > 2 || low > high) {
        throw new IllegalArgumentException(
            "%s is %s: expected one number of 0 or more, or two, the smaller first"
                .formatted(key, values));
      }
      Bounds bounds = new Bounds(Math.max(least, low), Math.min(most, high));
      return bounds.low == neutral && bounds.high == neutral
          ? Optional.empty()
          : Optional.of(bounds);
    }
  }
}
