package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;

/**
 * The product of a value and its sigmoid, {@code torch.nn.SiLU}, also called Swish: any shape to
 * the same shape.
 */
public class Silu extends Activation {
  /** Makes the activation. */
  public Silu() {}

  @Override
  public final NDArray forward(Context context, NDArray input) {
    return context.ops().silu(input);
  }
}
