package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;

/**
 * The rectifier, {@code torch.nn.ReLU}: negative values become zero. Any shape to the same shape.
 */
public class Relu extends Activation {
  /** Makes the activation. */
  public Relu() {}

  @Override
  public final NDArray forward(Context context, NDArray input) {
    return context.ops().relu(input);
  }

  @Override
  public final NDArray consume(Context context, NDArray input) {
    return context.ops().reluInPlace(input);
  }
}
