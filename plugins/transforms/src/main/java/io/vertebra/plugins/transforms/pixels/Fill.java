package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/** Fills parts of images. */
public final class Fill {
  private Fill() {}

  /**
   * Makes a colour of numbers, as OpenCV does.
   *
   * @param values one for all channels, or one for each
   * @param channels the channels of the image
   * @return the values, rounded and cut to 0 to 255
   * @throws IllegalArgumentException if there are neither one nor as many values as channels
   */
  public static byte[] bytes(List<Double> values, int channels) {
    return bytes(values, channels, value -> Math.max(0, Math.min(255, Math.rint(value))));
  }

  /**
   * Makes a colour of numbers, as NumPy does.
   *
   * @param values one for all channels, or one for each
   * @param channels the channels of the image
   * @return the values, rounded towards 0
   * @throws IllegalArgumentException if there are neither one nor as many values as channels
   */
  public static byte[] truncated(List<Double> values, int channels) {
    return bytes(values, channels, value -> value);
  }

  private static byte[] bytes(List<Double> values, int channels, DoubleUnaryOperator rounding) {
    if (values.size() != 1 && values.size() != channels) {
      throw new IllegalArgumentException(
          "the colour %s has %d values, but the image has %d channels: give one value, or one for each channel"
              .formatted(values, values.size(), channels));
    }
    byte[] color = new byte[channels];
    for (int c = 0; c < channels; c++) {
      double value = values.get(values.size() == 1 ? 0 : c);
      color[c] = (byte) (int) rounding.applyAsDouble(value);
    }
    return color;
  }

  /**
   * Fills a rectangle with a colour.
   *
   * @param image the image to change
   * @param area the rectangle, within the image
   * @param color a value for each channel
   */
  public static void paint(ImageBuffer image, Rectangle area, byte... color) {
    byte[] row = new byte[area.width() * color.length];
    repeat(color, row, 0, row.length);
    for (int y = 0; y < area.height(); y++) {
      image.pixels().put(offset(image, area, y), row);
    }
  }

  /**
   * Fills a rectangle value by value, row by row.
   *
   * @param image the image to change
   * @param area the rectangle, within the image
   * @param value from a channel to a value, 0 to 255; asked for once for each value, in order
   */
  public static void scatter(ImageBuffer image, Rectangle area, IntUnaryOperator value) {
    ByteBuffer pixels = image.pixels();
    byte[] row = new byte[area.width() * image.channels()];
    for (int y = 0; y < area.height(); y++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (byte) value.applyAsInt(i % image.channels());
      }
      pixels.put(offset(image, area, y), row);
    }
  }

  /**
   * Fills a rectangle with even noise, row by row.
   *
   * @param image the image to change
   * @param area the rectangle, within the image
   * @param random gives the values
   */
  public static void noise(ImageBuffer image, Rectangle area, RandomGenerator random) {
    byte[] row = new byte[area.width() * image.channels()];
    for (int y = 0; y < area.height(); y++) {
      random.nextBytes(row);
      image.pixels().put(offset(image, area, y), row);
    }
  }

  private static int offset(ImageBuffer image, Rectangle area, int row) {
    return ((area.top() + row) * image.width() + area.left()) * image.channels();
  }

  static void repeat(byte[] color, byte[] row, int from, int to) {
    for (int i = from; i < to; i += color.length) {
      System.arraycopy(color, 0, row, i, color.length);
    }
  }
}
