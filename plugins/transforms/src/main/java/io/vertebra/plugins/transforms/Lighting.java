package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.ChannelOrder;
import io.vertebra.plugins.transforms.pixels.PointTable;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Adds a random mix of principal colours to all pixels (Krizhevsky et al., ImageNet classification
 * with deep convolutional neural networks, 2012, section 4.1), {@code
 * mmpretrain.datasets.Lighting}. Sums are rounded down and kept within 0 to 255; there they wrap
 * around.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "Lighting",
    summary = "Adds a random mix of principal colours to all pixels")
public final class Lighting implements Transform {
  private static final int CHANNELS = 3;

  private final Options options;

  /**
   * Options of {@link Lighting}.
   *
   * @param eigval the variances along the principal colours
   * @param eigvec the principal colours
   * @param alphastd how much is added
   * @param toRgb whether channels are reversed first
   */
  public record Options(
      @Doc("eigenvalues of the covariance of colours") List<Double> eigval,
      @Doc("eigenvectors: for each channel of the result a list with a number for each eigenvalue")
          List<List<Double>> eigvec,
      @Doc("standard deviation of the random factors") @Default("0.1") @Range(min = 0)
          double alphastd,
      @Doc("reverse the channels first, so that the result is red, green, blue") @Default("false")
          boolean toRgb) {
    /** Checks that the numbers belong together. */
    public Options {
      int values = eigval.size();
      if (eigvec.size() != CHANNELS || eigvec.stream().anyMatch(row -> row.size() != values)) {
        throw new IllegalArgumentException(
            "eigvec is %s: expected three lists, each with a number for each of the %d of eigval"
                .formatted(eigvec, values));
      }
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public Lighting(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    return sample.mapImage(image -> light(image, random));
  }

  private ImageBuffer light(ImageBuffer image, RandomGenerator random) {
    if (image.channels() != CHANNELS) {
      throw new IllegalStateException(
          "Lighting adds colours, but the image is grey: leave it out, or load with color_type: color");
    }
    double[] added = draw(random);
    if (options.toRgb()) {
      ChannelOrder.reverse(image);
    }
    PointTable.perChannel(adding(added[0]), adding(added[1]), adding(added[2])).apply(image);
    return image;
  }

  private static IntUnaryOperator adding(double added) {
    return value -> (int) Math.max(0, Math.min(255, value + added));
  }

  /** Draws what is added to each channel. */
  double[] draw(RandomGenerator random) {
    double[] added = new double[CHANNELS];
    for (int k = 0; k < options.eigval().size(); k++) {
      double alpha = random.nextGaussian() * options.alphastd();
      for (int c = 0; c < CHANNELS; c++) {
        added[c] += options.eigvec().get(c).get(k) * alpha * options.eigval().get(k);
      }
    }
    return added;
  }
}
