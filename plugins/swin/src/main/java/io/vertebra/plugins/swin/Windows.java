package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Ops;
import io.vertebra.api.options.IntPair;
import java.util.List;
import java.util.Optional;

/**
 * Windows that a map of tokens is cut into.
 *
 * @param grid rows and columns of the map
 * @param size height and width of a window
 * @param shift how far the windows are moved to the right and down
 */
record Windows(IntPair grid, int size, int shift) {
  /** What is added to the attention of tokens that only the shift brought side by side. */
  private static final float APART = -100;

  private static final List<Integer> PLACES = List.of(1, 2);

  /** Rows and columns that the windows divide. */
  IntPair padded() {
    return new IntPair(up(grid.first()), up(grid.second()));
  }

  private int up(int length) {
    return (length + size - 1) / size * size;
  }

  /** Gives (N * windows) x (size * size) x C of N x rows x columns x C. */
  NDArray cut(Context context, NDArray tokens) {
    NDArray map = padded(context.ops(), tokens);
    NDArray moved = shift == 0 ? map : context.ops().roll(map, List.of(-shift, -shift), PLACES);
    IntPair whole = padded();
    long features = map.getShape().get(3);
    return moved
        .reshape(-1, whole.first() / size, size, whole.second() / size, size, features)
        .transpose(0, 1, 3, 2, 4, 5)
        .reshape(-1, (long) size * size, features);
  }

  private NDArray padded(Ops ops, NDArray map) {
    IntPair whole = padded();
    if (whole.equals(grid)) {
      return map;
    }
    IntPair added = new IntPair(whole.first() - grid.first(), whole.second() - grid.second());
    return ops.pad2d(map.transpose(0, 3, 1, 2), IntPair.of(0), added).transpose(0, 2, 3, 1);
  }

  /** Takes back what {@link #cut} did. */
  NDArray join(Context context, NDArray windows) {
    IntPair whole = padded();
    long features = windows.getShape().get(2);
    NDArray map =
        windows
            .reshape(-1, whole.first() / size, whole.second() / size, size, size, features)
            .transpose(0, 1, 3, 2, 4, 5)
            .reshape(-1, whole.first(), whole.second(), features);
    NDArray back = shift == 0 ? map : context.ops().roll(map, List.of(shift, shift), PLACES);
    return whole.equals(grid)
        ? back
        : back.get(":, :%d, :%d".formatted(grid.first(), grid.second()));
  }

  /** Gives windows x L x L: what is added to attention; empty where nothing is. */
  Optional<NDArray> mask(Context context, NDManager manager) {
    if (shift == 0) {
      return Optional.empty();
    }
    NDArray regions = regions(manager);
    NDArray apart = regions.expandDims(1).neq(regions.expandDims(2));
    return Optional.of(context.ops().toFloat32(apart).mul(APART));
  }

  /** Of each token of each window the part of the map that it comes from, before the shift. */
  private NDArray regions(NDManager manager) {
    IntPair whole = padded();
    int tokens = size * size;
    float[] regions = new float[whole.first() * whole.second()];
    int at = 0;
    for (int top = 0; top < whole.first(); top += size) {
      for (int left = 0; left < whole.second(); left += size) {
        for (int place = 0; place < tokens; place++) {
          int row = part(top + place / size, whole.first());
          regions[at++] = 3 * row + part(left + place % size, whole.second());
        }
      }
    }
    return manager.create(regions, new Shape(regions.length / tokens, tokens));
  }

  private int part(int place, int length) {
    if (place < length - size) {
      return 0;
    }
    return place < length - shift ? 1 : 2;
  }
}
