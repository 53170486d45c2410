package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.options.IntPair;

/** The mean of windows that do not overlap, {@code torch.nn.AvgPool2d}. */
public final class AvgPool2d extends Layer {
  private final IntPair kernel;

  /**
   * Makes the layer.
   *
   * @param kernel height and width of the window, and its stride
   */
  public AvgPool2d(int kernel) {
    this.kernel = IntPair.of(kernel);
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().avgPool2d(input, kernel, kernel, IntPair.of(0));
  }
}
