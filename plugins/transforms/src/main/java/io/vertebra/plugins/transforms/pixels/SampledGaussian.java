package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;

/**
 * OpenCV's {@code GaussianBlur} of 8-bit images: a sampled Gaussian whose weights have 8 fractional
 * bits, along the rows and then along the columns, rounded once. Borders are mirrored without their
 * own pixel.
 */
public final class SampledGaussian {
  private static final int ONE = 1 << 8;
  private static final int ROUND = 1 << 15;

  private final int[] weights;

  /**
   * Makes the blur of a kernel.
   *
   * @param size how many pixels it covers along each axis, odd
   * @param sigma the standard deviation in pixels, greater than 0
   */
  public SampledGaussian(int size, double sigma) {
    if (size % 2 == 0 || !(sigma > 0)) {
      throw new IllegalArgumentException(
          "a kernel of %d pixels and a deviation of %s: the one must be odd, the other greater than 0"
              .formatted(size, sigma));
    }
    this.weights = weights(size, sigma);
  }

  /** Rounds weights from the outside in, each with the errors of those before. */
  private static int[] weights(int size, double sigma) {
    double[] exact = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double distance = i - (size - 1) / 2.0;
      exact[i] = Math.exp(-distance * distance / (2 * sigma * sigma));
      sum += exact[i];
    }
    int[] weights = new int[size];
    double error = 0;
    int outer = 0;
    for (int i = 0; i < size / 2; i++) {
      double wanted = exact[i] / sum * ONE + error;
      weights[i] = (int) Math.rint(wanted);
      weights[size - 1 - i] = weights[i];
      error = wanted - weights[i];
      outer += 2 * weights[i];
    }
    weights[size / 2] = ONE - outer;
    return weights;
  }

  /**
   * Blurs an image.
   *
   * @param image the image to change
   */
  public void apply(ImageBuffer image) {
    byte[] source = Rows.all(image);
    int length = image.width() * image.channels();
    int[][] rows = new int[image.height()][length];
    for (int y = 0; y < image.height(); y++) {
      alongRow(source, y * length, image.channels(), rows[y]);
    }
    byte[] output = new byte[length];
    ByteBuffer target = image.pixels();
    for (int y = 0; y < image.height(); y++) {
      alongColumns(rows, y, output);
      target.put(output);
    }
  }

  private void alongRow(byte[] source, int row, int channels, int[] sums) {
    int width = sums.length / channels;
    for (int k = 0; k < weights.length; k++) {
      for (int x = 0; x < width; x++) {
        int from = row + BorderMode.REFLECT.index(x + k - weights.length / 2, width) * channels;
        for (int c = 0; c < channels; c++) {
          sums[x * channels + c] += weights[k] * (source[from + c] & 0xff);
        }
      }
    }
  }

  private void alongColumns(int[][] rows, int y, byte[] output) {
    int[] sums = new int[output.length];
    for (int k = 0; k < weights.length; k++) {
      int[] row = rows[BorderMode.REFLECT.index(y + k - weights.length / 2, rows.length)];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weights[k] * row[i];
      }
    }
    for (int i = 0; i < sums.length; i++) {
      output[i] = (byte) Math.min(255, (sums[i] + ROUND) >> 16);
    }
  }
}
