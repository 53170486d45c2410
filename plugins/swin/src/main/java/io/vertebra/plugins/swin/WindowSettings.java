package io.vertebra.plugins.swin;

import io.vertebra.api.options.IntPair;

/**
 * Settings of the windows of a block.
 *
 * @param size height and width of a window
 * @param shift how many tokens windows are moved to the right and down; less than their size
 * @param padSmallMap whether maps smaller than a window are padded to it
 * @param dropPathRate the chance of a branch to be left out
 */
record WindowSettings(int size, int shift, boolean padSmallMap, double dropPathRate) {
  /** Checks that windows are not moved by their size or more. */
  WindowSettings {
    if (shift >= size) {
      throw new IllegalArgumentException(
          "shift_size is %d, but must be below the window of %d".formatted(shift, size));
    }
  }

  /** Gives the windows of a map. Those that are as large as the map are not moved. */
  Windows windows(IntPair grid) {
    int shortest = Math.min(grid.first(), grid.second());
    if (shortest < size && !padSmallMap) {
      throw new IllegalArgumentException(
          ("a map of %d x %d tokens is smaller than a window of %d: set pad_small_map: true, take a"
                  + " smaller window_size or larger images")
              .formatted(grid.first(), grid.second(), size));
    }
    boolean moves = padSmallMap || shortest > size;
    return new Windows(grid, size, moves ? shift : 0);
  }
}
