package io.vertebra.plugins.batchaugments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * A rectangle of pixels: rows from {@code top} to before {@code bottom}, columns alike.
 *
 * @param top the first row
 * @param bottom the row after the last
 * @param left the first column
 * @param right the column after the last
 */
record CutBox(int top, int bottom, int left, int right) {
  /**
   * Draws a box around a point that covers, where it is not clipped, all of an image but a share.
   * Halves of its sides are rounded down.
   */
  static CutBox around(Shape image, double share, MixDraws draws) {
    int height = (int) image.get(0);
    int width = (int) image.get(1);
    double side = Math.sqrt(1 - share);
    int halfHeight = (int) (height * side) / 2;
    int halfWidth = (int) (width * side) / 2;
    int row = draws.between(0, height);
    int column = draws.between(0, width);
    return new CutBox(
        Math.max(0, row - halfHeight),
        Math.min(height, row + halfHeight),
        Math.max(0, column - halfWidth),
        Math.min(width, column + halfWidth));
  }

  int height() {
    return bottom - top;
  }

  int width() {
    return right - left;
  }

  boolean isEmpty() {
    return height() == 0 || width() == 0;
  }

  /** The share of an image outside the box. */
  double outside(Shape image) {
    return 1 - (double) height() * width() / image.size();
  }

  /** Copies the box of some samples into others, in place. */
  void paste(NDArray source, NDArray target, long from, long to) {
    if (!isEmpty()) {
      NDIndex part =
          new NDIndex("%d:%d, :, %d:%d, %d:%d".formatted(from, to, top, bottom, left, right));
      target.set(part, source.get(part));
    }
  }
}
