package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;

/** A decoded picture on the heap, rows top-down. */
final class Pixels {
  static final int COLORS = 3;

  private static final int BLUE = 3735;
  private static final int GREEN = 19235;
  private static final int RED = 9798;
  private static final int HALF = 1 << 14;

  private final int height;
  private final int width;
  private final int channels;
  private final byte[] data;

  /**
   * Makes a picture over an array, which is not copied.
   *
   * @param height rows
   * @param width columns
   * @param channels 1 (grey) or 3 (blue, green, red)
   * @param data H x W x C
   */
  Pixels(int height, int width, int channels, byte[] data) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.data = data;
  }

  /** Copies the pixels of an image. */
  static Pixels of(ImageBuffer image) {
    byte[] data = new byte[image.pixels().limit()];
    image.pixels().get(data);
    return new Pixels(image.height(), image.width(), image.channels(), data);
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  int channels() {
    return channels;
  }

  byte[] data() {
    return data;
  }

  /**
   * Changes the number of channels: repeats grey, or weights colours in OpenCV's 15-bit integers.
   */
  Pixels withChannels(int wanted) {
    if (wanted == channels) {
      return this;
    }
    return new Pixels(height, width, wanted, wanted == 1 ? grey() : repeated());
  }

  private byte[] grey() {
    byte[] grey = new byte[height * width];
    for (int i = 0, from = 0; i < grey.length; i++, from += 3) {
      int blue = data[from] & 0xff;
      int green = data[from + 1] & 0xff;
      int red = data[from + 2] & 0xff;
      grey[i] = (byte) ((BLUE * blue + GREEN * green + RED * red + HALF) >> 15);
    }
    return grey;
  }

  private byte[] repeated() {
    byte[] color = new byte[3 * data.length];
    for (int i = 0, to = 0; i < data.length; i++) {
      color[to++] = data[i];
      color[to++] = data[i];
      color[to++] = data[i];
    }
    return color;
  }
}
