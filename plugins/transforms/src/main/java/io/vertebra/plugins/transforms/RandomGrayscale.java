package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.Gray;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes some of the images gray by a weighted sum of channels that is rounded down, {@code
 * mmcv.transforms.RandomGrayscale}. Images of one channel stay.
 */
@Plugin(kind = Kind.TRANSFORM, type = "RandomGrayscale", summary = "Makes some of the images gray")
public final class RandomGrayscale implements Transform {
  private static final int COLORS = 3;

  private final Options options;
  private final ImageOps ops;

  /**
   * Options of {@link RandomGrayscale}.
   *
   * @param prob the probability
   * @param keepChannels whether the result has three channels
   * @param channelWeights the weight of each channel
   * @param colorFormat what MMPretrain's configs give
   */
  public record Options(
      @Doc("probability that an image becomes gray") @Default("0.1") @Range(min = 0, max = 1)
          double prob,
      @Doc("give three equal channels rather than one; all images of a batch need the same number")
          @Default("false")
          boolean keepChannels,
      @Doc("weight of each channel; they are divided by their sum") @Default("[1.0, 1.0, 1.0]")
          List<Double> channelWeights,
      @Doc("order of the channels, which changes nothing here: weights are in the image's order")
          @Default("bgr")
          ColorFormat colorFormat) {
    /** Checks the weights. */
    public Options {
      double sum = channelWeights.stream().mapToDouble(Double::doubleValue).sum();
      if (channelWeights.size() != COLORS || sum == 0) {
        throw new IllegalArgumentException(
            "channel_weights is %s: expected three numbers whose sum is not 0"
                .formatted(channelWeights));
      }
    }
  }

  /** Orders of channels. */
  public enum ColorFormat {
    /** Blue first. */
    BGR,
    /** Red first. */
    RGB
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops gives memory
   */
  public RandomGrayscale(Options options, ImageOps ops) {
    this.options = requireNonNull(options, "options is null");
    this.ops = requireNonNull(ops, "ops is null");
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    boolean gray = random.nextDouble() < options.prob();
    return sample.mapImage(image -> gray && image.channels() == COLORS ? gray(image) : image);
  }

  private ImageBuffer gray(ImageBuffer image) {
    if (options.keepChannels()) {
      Gray.weigh(image, options.channelWeights());
      return image;
    }
    ImageBuffer single = ops.allocate(image.height(), image.width(), 1);
    Gray.weigh(image, options.channelWeights(), single);
    return single;
  }
}
