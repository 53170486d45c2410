package io.vertebra.plugins.nasnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.MapPadding;

/**
 * The maximum or the mean of 3 x 3 windows, padded as TensorFlow's SAME: N x C x H x W to the size
 * over the stride, rounded up. As in timm padding counts in the mean where windows have a stride,
 * and does not where they have none.
 */
final class SamePool extends Layer {
  private static final IntPair KERNEL = IntPair.of(3);

  private final IntPair stride;
  private final boolean max;

  SamePool(int stride, boolean max) {
    this.stride = IntPair.of(stride);
    this.max = max;
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    MapPadding padding = MapPadding.same(MapPadding.size(input), KERNEL, stride);
    if (max) {
      // The ceiling adds the rows and columns at the end that the padding before lacks.
      return context.ops().maxPool2d(input, windows(padding.before(), /* ceilMode= */ true));
    }
    if (stride.first() == 1) {
      return context.ops().avgPool2d(input, windows(padding.before(), false), false);
    }
    NDArray padded = padding.apply(context, input);
    return context.ops().avgPool2d(padded, windows(IntPair.of(0), false), false);
  }

  private PoolSettings windows(IntPair padding, boolean ceilMode) {
    return new PoolSettings(KERNEL, stride, padding, ceilMode);
  }
}
