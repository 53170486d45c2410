package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;

/**
 * The Gaussian error linear unit (Hendrycks and Gimpel, 2016), {@code torch.nn.GELU}: any shape to
 * the same shape.
 */
public class Gelu extends Activation {
  private final boolean tanh;

  /**
   * Makes the activation.
   *
   * @param tanh whether it is approximated by a hyperbolic tangent
   */
  public Gelu(boolean tanh) {
    this.tanh = tanh;
  }

  @Override
  public final NDArray forward(Context context, NDArray input) {
    return context.ops().gelu(input, tanh);
  }
}
