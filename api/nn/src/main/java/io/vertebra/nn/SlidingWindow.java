package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.options.IntPair;

/**
 * A window that slides over maps, all of it within the padded map.
 *
 * @param kernel height and width of the window
 * @param stride step of the window
 * @param padding how maps are padded
 * @param dilation distance between the taps of the window
 */
public record SlidingWindow(
    IntPair kernel, IntPair stride, WindowPadding padding, IntPair dilation) {
  /**
   * Makes a window that cuts maps into tiles; the last ones are filled up with zeros.
   *
   * @param size height and width of a tile
   */
  public SlidingWindow(IntPair size) {
    this(size, size, WindowPadding.CORNER, IntPair.of(1));
  }

  /**
   * How many places a window has on a map.
   *
   * @param map height and width of the map
   * @return rows and columns of places
   * @throws IllegalArgumentException if the map is smaller than the window
   */
  public IntPair places(IntPair map) {
    IntPair padded = padding(map).around(map);
    IntPair span = span();
    if (padded.first() < span.first() || padded.second() < span.second()) {
      throw new IllegalArgumentException(
          "a window that spans %d x %d does not fit into maps of %d x %d: take a smaller kernel_size or more padding"
              .formatted(span.first(), span.second(), padded.first(), padded.second()));
    }
    return new IntPair(
        (padded.first() - span.first()) / stride.first() + 1,
        (padded.second() - span.second()) / stride.second() + 1);
  }

  /**
   * Adds zeros around maps.
   *
   * @param context the operations of this pass
   * @param maps N x C x H x W
   * @return the maps with their padding; the maps themselves where there is none
   */
  public NDArray pad(Context context, NDArray maps) {
    return padding(MapPadding.size(maps)).apply(context, maps);
  }

  private MapPadding padding(IntPair map) {
    return padding.of(map, span(), stride);
  }

  private IntPair span() {
    return new IntPair(
        (kernel.first() - 1) * dilation.first() + 1, (kernel.second() - 1) * dilation.second() + 1);
  }
}
