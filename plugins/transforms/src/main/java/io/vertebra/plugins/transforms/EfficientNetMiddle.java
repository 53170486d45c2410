package io.vertebra.plugins.transforms;

import io.vertebra.plugins.transforms.pixels.Rectangle;

/**
 * The square in the middle of an image that leaves a margin in proportion to the size to come.
 *
 * @param size the size that the square is resized to
 * @param padding the margin, in pixels of that size
 */
record EfficientNetMiddle(int size, int padding) {
  /** The square of an image; its corners are rounded down, its margins half to even. */
  Rectangle of(int height, int width) {
    double side = (double) size / (size + padding) * Math.min(height, width);
    int top = (int) Math.rint((height - side) / 2);
    int left = (int) Math.rint((width - side) / 2);
    int pixels = Math.max(1, (int) side);
    return new Rectangle(top, left, pixels, pixels);
  }
}
