package io.vertebra.families.residual;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;

/**
 * Takes every so many positions and adds channels of zeros, half of them before those of the input:
 * N x C x H x W to N x K x H' x W'.
 */
final class ZeroPaddedShortcut extends Layer {
  private final int before;
  private final int after;
  private final PoolSettings positions;

  ZeroPaddedShortcut(int added, int stride) {
    if (added < 0) {
      throw new IllegalArgumentException(
          "a shortcut of zeros cannot take away "
              + -added
              + " channels: widen from stage to stage");
    }
    this.before = added / 2;
    this.after = added - before;
    this.positions =
        new PoolSettings(IntPair.of(1), IntPair.of(stride), IntPair.of(0), /* ceilMode= */ false);
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    // A mean of one value is that value.
    NDArray taken = context.ops().avgPool2d(input, positions, /* countPadding= */ true);
    Shape shape = taken.getShape();
    long rows = shape.get(2);
    long columns = shape.get(3);
    NDArray channels = taken.reshape(shape.get(0), 1, shape.get(1), rows * columns);
    return context
        .ops()
        .pad2d(channels, new IntPair(before, 0), new IntPair(after, 0))
        .reshape(shape.get(0), before + shape.get(1) + after, rows, columns);
  }
}
