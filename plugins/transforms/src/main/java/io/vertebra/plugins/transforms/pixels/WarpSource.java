package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;

/** What a warp takes pixels from. */
final class WarpSource {
  private final int height;
  private final int width;
  private final int channels;
  private final byte[] data;
  private final byte[] color;

  /**
   * Copies the pixels of an image.
   *
   * @param image the image; stays with the caller
   * @param color what stands outside, a value for each channel
   */
  WarpSource(ImageBuffer image, byte... color) {
    this.height = image.height();
    this.width = image.width();
    this.channels = image.channels();
    this.data = Rows.all(image);
    this.color = color;
  }

  /** Rows. */
  int height() {
    return height;
  }

  /** Columns. */
  int width() {
    return width;
  }

  /** Values of a pixel. */
  int channels() {
    return channels;
  }

  /** H x W x C, not copied. */
  byte[] data() {
    return data;
  }

  /** What stands outside, a value for each channel, not copied. */
  byte[] color() {
    return color;
  }

  boolean contains(int row, int column) {
    return row >= 0 && row < height && column >= 0 && column < width;
  }

  int offset(int row, int column) {
    return (row * width + column) * channels;
  }
}
