package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.options.IntPair;

/**
 * Rows and columns of zeros around feature maps.
 *
 * @param before rows on top, columns at the left
 * @param after rows at the bottom, columns at the right
 */
public record MapPadding(IntPair before, IntPair after) {
  /**
   * As few as let windows cover the whole map whatever its size is; an odd one is added at the end.
   * TensorFlow's padding {@code SAME}.
   *
   * @param map height and width of the map
   * @param span height and width that a window spans, dilation included
   * @param stride step of the window
   * @return the padding
   */
  public static MapPadding same(IntPair map, IntPair span, IntPair stride) {
    int rows = total(map.first(), span.first(), stride.first());
    int columns = total(map.second(), span.second(), stride.second());
    return new MapPadding(
        new IntPair(rows / 2, columns / 2), new IntPair(rows - rows / 2, columns - columns / 2));
  }

  /**
   * As many as {@link #same} gives, all of them at the bottom and at the right.
   *
   * @param map height and width of the map
   * @param span height and width that a window spans, dilation included
   * @param stride step of the window
   * @return the padding
   */
  public static MapPadding corner(IntPair map, IntPair span, IntPair stride) {
    return new MapPadding(
        IntPair.of(0),
        new IntPair(
            total(map.first(), span.first(), stride.first()),
            total(map.second(), span.second(), stride.second())));
  }

  private static int total(int size, int span, int stride) {
    int windows = (size + stride - 1) / stride;
    return Math.max((windows - 1) * stride + span - size, 0);
  }

  /**
   * The size of maps.
   *
   * @param maps N x C x H x W
   * @return height and width
   */
  public static IntPair size(NDArray maps) {
    Shape shape = maps.getShape();
    return new IntPair(Math.toIntExact(shape.get(2)), Math.toIntExact(shape.get(3)));
  }

  /**
   * The size of a map with this padding.
   *
   * @param map height and width of the map
   * @return height and width with the padding
   */
  public IntPair around(IntPair map) {
    return new IntPair(
        before.first() + map.first() + after.first(),
        before.second() + map.second() + after.second());
  }

  /**
   * Adds zeros.
   *
   * @param context the operations of this pass
   * @param map N x C x H x W, of the size that this is the padding of
   * @return the map with its padding; the map itself where there is none
   */
  public NDArray apply(Context context, NDArray map) {
    return before.equals(IntPair.of(0)) && after.equals(IntPair.of(0))
        ? map
        : context.ops().pad2d(map, before, after);
  }
}
