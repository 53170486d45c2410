package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.options.IntPair;

/**
 * Rows and columns around feature maps, as few as let windows cover the whole map whatever its size
 * is; an odd one is added at the end. TensorFlow's padding {@code SAME}.
 *
 * @param before rows on top, columns at the left
 * @param after rows at the bottom, columns at the right
 */
public record SamePadding(IntPair before, IntPair after) {
  /**
   * Finds the padding of a map.
   *
   * @param map the shape of the map, N x C x H x W
   * @param kernel height and width that a window spans, dilation included
   * @param stride step of the window
   * @return the padding
   */
  public static SamePadding of(Shape map, IntPair kernel, IntPair stride) {
    int rows = total((int) map.get(2), kernel.first(), stride.first());
    int columns = total((int) map.get(3), kernel.second(), stride.second());
    return new SamePadding(
        new IntPair(rows / 2, columns / 2), new IntPair(rows - rows / 2, columns - columns / 2));
  }

  private static int total(int size, int kernel, int stride) {
    int windows = (size + stride - 1) / stride;
    return Math.max((windows - 1) * stride + kernel - size, 0);
  }

  /**
   * Adds zeros.
   *
   * @param context the operations of this pass
   * @param map N x C x H x W, of the shape that this is the padding of
   * @return the map with its padding; the map itself where there is none
   */
  public NDArray apply(Context context, NDArray map) {
    return after.first() == 0 && after.second() == 0
        ? map
        : context.ops().pad2d(map, before, after);
  }
}
