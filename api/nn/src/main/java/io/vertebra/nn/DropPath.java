package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;

/**
 * Leaves a residual branch out for some samples in training, and scales it for the others so that
 * its mean stays (Huang et al., Deep Networks with Stochastic Depth, 2016); {@code
 * mmcv.cnn.bricks.DropPath}. N x ... to the same shape.
 */
public final class DropPath extends Layer {
  private final double rate;

  /**
   * Makes the layer.
   *
   * @param rate the chance of a sample to lose the branch, in [0, 1)
   */
  public DropPath(double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "the rate of a drop path is at least 0 and below 1, but not " + rate);
    }
    this.rate = rate;
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return training(context) && rate > 0 ? context.ops().dropPath(input, rate) : input;
  }
}
