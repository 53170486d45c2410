package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.image.Interpolation;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Moves the pixels of an image by a linear map, in the fixed-point arithmetic of OpenCV 4's {@code
 * warpAffine}. Positions that come from outside are filled.
 */
public final class AffineWarp {
  /** Fractional bits of positions. */
  static final int BITS = 10;

  private static final double ONE = 1 << BITS;

  private final double[] inverse;
  private final WarpKernel kernel;
  private final byte[] color;

  /**
   * Makes a warp.
   *
   * @param matrix two rows of three: from source column and row to target column and row
   * @param interpolation nearest, bilinear, bicubic, or area, which is bilinear here
   * @param color what stands outside, a value for each channel
   */
  public AffineWarp(double[] matrix, Interpolation interpolation, byte... color) {
    this.inverse = inverted(matrix);
    this.kernel = WarpKernel.of(interpolation);
    this.color = color.clone();
  }

  /**
   * The map of a turn, as {@code mmcv.imrotate} makes it.
   *
   * @param angle in degrees, clockwise
   * @param scale how much larger things become
   * @param column the column of the point that stays
   * @param row the row of the point that stays
   * @return a matrix
   */
  public static double[] rotation(double angle, double scale, double column, double row) {
    double radians = -angle * Math.PI / 180;
    double cosine = scale * Math.cos(radians);
    double sine = scale * Math.sin(radians);
    return new double[] {
      cosine,
      sine,
      (1 - cosine) * column - sine * row,
      -sine,
      cosine,
      sine * column + (1 - cosine) * row
    };
  }

  /**
   * The rules by which pixels can be moved.
   *
   * @return a list that does not change
   */
  public static List<Interpolation> rules() {
    return WarpKernel.RULES;
  }

  private static double[] inverted(double[] m) {
    double determinant = m[0] * m[4] - m[1] * m[3];
    double factor = determinant == 0 ? 0 : 1 / determinant;
    double a = m[4] * factor;
    double b = -m[1] * factor;
    double d = -m[3] * factor;
    double e = m[0] * factor;
    return new double[] {a, b, -a * m[2] - b * m[5], d, e, -d * m[2] - e * m[5]};
  }

  /**
   * Warps an image.
   *
   * @param ops gives memory
   * @param image the image, not changed
   * @return a new image of the same size, owned by the caller
   */
  public ImageBuffer apply(ImageOps ops, ImageBuffer image) {
    WarpSource source = new WarpSource(image, color);
    int[] columnSteps = steps(inverse[0], image.width());
    int[] rowSteps = steps(inverse[3], image.width());
    byte[] output = new byte[image.width() * image.channels()];
    ImageBuffer result = ops.allocate(image.height(), image.width(), image.channels());
    ByteBuffer target = result.pixels();
    WarpKernel.Run run = kernel.on(source);
    for (int y = 0; y < image.height(); y++) {
      int column = fixed(inverse[1] * y + inverse[2]);
      int row = fixed(inverse[4] * y + inverse[5]);
      run.row(columnSteps, column, rowSteps, row, output);
      target.put(output);
    }
    return result;
  }

  private static int[] steps(double slope, int width) {
    int[] steps = new int[width];
    for (int x = 0; x < width; x++) {
      steps[x] = fixed(slope * x);
    }
    return steps;
  }

  private static int fixed(double position) {
    return (int) Math.rint(position * ONE);
  }
}
