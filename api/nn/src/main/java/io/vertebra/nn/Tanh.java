package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;

/** The hyperbolic tangent, {@code torch.nn.Tanh}. */
public final class Tanh extends Layer {
  /** Makes the layer. */
  public Tanh() {}

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().tanh(input);
  }
}
