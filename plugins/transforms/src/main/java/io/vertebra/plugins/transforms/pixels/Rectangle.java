package io.vertebra.plugins.transforms.pixels;

/**
 * A rectangle of pixels.
 *
 * @param top its first row
 * @param left its first column
 * @param height its rows, 0 or more
 * @param width its columns, 0 or more
 */
public record Rectangle(int top, int left, int height, int width) {
  /**
   * Whether it lies within an image.
   *
   * @param rows the height of the image
   * @param columns the width of the image
   * @return false if it reaches over an edge
   */
  public boolean isWithin(int rows, int columns) {
    return top >= 0 && left >= 0 && top + height <= rows && left + width <= columns;
  }
}
