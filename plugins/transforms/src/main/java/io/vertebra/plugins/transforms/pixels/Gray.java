package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;
import java.util.List;

/** The brightness of pixels, in the integer weights of a library. */
public enum Gray {
  /** OpenCV's {@code BGR2GRAY}: 15 fractional bits. */
  CV2 {
    @Override
    public int of(int blue, int green, int red) {
      return (3735 * blue + 19235 * green + 9798 * red + (1 << 14)) >> 15;
    }
  },
  /** Pillow's mode L: 16 fractional bits. */
  PILLOW {
    @Override
    public int of(int blue, int green, int red) {
      return (19595 * red + 38470 * green + 7471 * blue + (1 << 15)) >> 16;
    }
  };

  static final int COLORS = 3;

  /**
   * Weighs a pixel.
   *
   * @param blue 0 to 255
   * @param green 0 to 255
   * @param red 0 to 255
   * @return the brightness, 0 to 255
   */
  public abstract int of(int blue, int green, int red);

  /** The brightness of the pixel at a place of a row of three channels. */
  int at(byte[] row, int place) {
    return of(row[place] & 0xff, row[place + 1] & 0xff, row[place + 2] & 0xff);
  }

  /** The mean brightness of an image; that of its values where it has one channel. */
  double mean(ImageBuffer image) {
    long[] sum = new long[1];
    Rows.read(image, row -> sum[0] += sum(row, image.channels()));
    return (double) sum[0] / ((long) image.height() * image.width());
  }

  private long sum(byte[] row, int channels) {
    long sum = 0;
    for (int i = 0; i < row.length; i += channels) {
      sum += channels == COLORS ? at(row, i) : row[i] & 0xff;
    }
    return sum;
  }

  /**
   * Makes colours gray in all three channels, by a weighted sum that is rounded down, as {@code
   * mmcv.transforms.RandomGrayscale} does.
   *
   * @param image the image to change, of three channels
   * @param weights the weight of each channel; they are divided by their sum
   */
  public static void weigh(ImageBuffer image, List<Double> weights) {
    double[] shares = shares(weights);
    Rows.change(
        image,
        row -> {
          for (int i = 0; i < row.length; i += COLORS) {
            byte gray = weighted(row, i, shares);
            row[i] = gray;
            row[i + 1] = gray;
            row[i + 2] = gray;
          }
        });
  }

  /**
   * Makes a gray image of colours, by the same sum.
   *
   * @param image the image of three channels, not changed
   * @param weights the weight of each channel
   * @param target an image of the same size and one channel, which is filled
   */
  public static void weigh(ImageBuffer image, List<Double> weights, ImageBuffer target) {
    double[] shares = shares(weights);
    ByteBuffer pixels = target.pixels();
    Rows.read(
        image,
        row -> {
          for (int i = 0; i < row.length; i += COLORS) {
            pixels.put(weighted(row, i, shares));
          }
        });
  }

  private static double[] shares(List<Double> weights) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    return weights.stream().mapToDouble(weight -> weight / sum).toArray();
  }

  private static byte weighted(byte[] row, int place, double[] shares) {
    double sum =
        shares[0] * (row[place] & 0xff)
            + shares[1] * (row[place + 1] & 0xff)
            + shares[2] * (row[place + 2] & 0xff);
    return (byte) (int) sum;
  }
}
