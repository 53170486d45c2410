package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;

/**
 * What a warp takes pixels from.
 *
 * @param height rows
 * @param width columns
 * @param channels values of a pixel
 * @param data H x W x C
 * @param color what stands outside, a value for each channel
 */
record WarpSource(int height, int width, int channels, byte[] data, byte[] color) {
  static WarpSource of(ImageBuffer image, byte... color) {
    return new WarpSource(image.height(), image.width(), image.channels(), Rows.all(image), color);
  }

  boolean contains(int row, int column) {
    return row >= 0 && row < height && column >= 0 && column < width;
  }

  int offset(int row, int column) {
    return (row * width + column) * channels;
  }
}
