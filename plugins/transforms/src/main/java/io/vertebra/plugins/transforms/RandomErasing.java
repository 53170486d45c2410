package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.DoubleList;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.Fill;
import io.vertebra.plugins.transforms.pixels.Rectangle;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Fills a random rectangle of some images with a colour or with noise (Zhong et al., Random Erasing
 * Data Augmentation, 2017), {@code mmpretrain.datasets.RandomErasing}. It stands before
 * normalisation, so colours are counted from 0 to 255.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "RandomErasing",
    summary = "Fills a random rectangle of some images with a colour or noise")
public final class RandomErasing implements Transform {
  private final Options options;
  private final ErasedBox box;

  /**
   * Options of {@link RandomErasing}.
   *
   * @param eraseProb the probability
   * @param minAreaRatio the least part of the area
   * @param maxAreaRatio the greatest part of the area
   * @param aspectRange least and greatest ratio of height to width
   * @param mode what it is filled with
   * @param fillColor the colour
   * @param fillStd the deviation of noise
   */
  public record Options(
      @Doc("probability that an image is changed") @Default("0.5") @Range(min = 0, max = 1)
          double eraseProb,
      @Doc("least part of the area of the image") @Default("0.02") @Range(min = 0, max = 1)
          double minAreaRatio,
      @Doc("greatest part of the area of the image") @Default("0.4") @Range(min = 0, max = 1)
          double maxAreaRatio,
      @Doc("least and greatest ratio of height to width, or one number r for r and 1/r")
          @Default("[0.3, 3.3333333333333335]")
          DoubleList aspectRange,
      @Doc("const: one colour; rand: noise, value by value") @Default("const") Mode mode,
      @Doc("colour of const, mean of rand with fill_std: blue first, or one number")
          @Default("[128, 128, 128]")
          DoubleList fillColor,
      @Doc("standard deviation of noise around fill_color; without it noise is even from 0 to 255")
          Optional<DoubleList> fillStd) {
    /** Checks the ranges. */
    public Options {
      if (minAreaRatio > maxAreaRatio) {
        throw new IllegalArgumentException(
            "min_area_ratio %s is greater than max_area_ratio %s"
                .formatted(minAreaRatio, maxAreaRatio));
      }
      if (aspectRange.values().size() == 1) {
        double ratio = aspectRange.values().get(0);
        aspectRange =
            DoubleList.of(List.of(Math.min(ratio, 1 / ratio), Math.max(ratio, 1 / ratio)));
      }
      Ranges.requirePositive("aspect_range", aspectRange.values());
    }
  }

  /** What a rectangle is filled with. */
  public enum Mode {
    /** One colour. */
    CONST,
    /** Noise. */
    RAND
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public RandomErasing(Options options) {
    this.options = requireNonNull(options, "options is null");
    this.box =
        new ErasedBox(
            options.minAreaRatio(), options.maxAreaRatio(), options.aspectRange().values());
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    if (random.nextDouble() > options.eraseProb()) {
      return sample;
    }
    return sample.mapImage(
        image -> {
          erase(image, box.draw(image.height(), image.width(), random), random);
          return image;
        });
  }

  /** Fills a rectangle. */
  void erase(ImageBuffer image, Rectangle area, RandomGenerator random) {
    if (options.mode() == Mode.CONST) {
      Fill.paint(image, area, Fill.truncated(options.fillColor().values(), image.channels()));
    } else if (options.fillStd().isEmpty()) {
      Fill.noise(image, area, random);
    } else {
      List<Double> mean = options.fillColor().values();
      List<Double> std = options.fillStd().get().values();
      Fill.scatter(image, area, channel -> noise(of(mean, channel), of(std, channel), random));
    }
  }

  private static double of(List<Double> values, int channel) {
    return values.get(Math.min(channel, values.size() - 1));
  }

  private static int noise(double mean, double std, RandomGenerator random) {
    return Math.max(0, Math.min(255, (int) (mean + std * random.nextGaussian())));
  }
}
