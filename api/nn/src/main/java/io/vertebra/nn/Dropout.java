package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;

/**
 * Replaces values by zero at random in training, and scales the others so that the mean stays
 * (Srivastava et al., Dropout, 2014); {@code torch.nn.Dropout}. Any shape to the same shape.
 */
public final class Dropout extends Layer {
  private final double rate;

  /**
   * Makes the layer.
   *
   * @param rate the chance of a value to be dropped, in [0, 1)
   */
  public Dropout(double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "the rate of a dropout is at least 0 and below 1, but not " + rate);
    }
    this.rate = rate;
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return training(context) && rate > 0 ? context.ops().dropout(input, rate) : input;
  }
}
