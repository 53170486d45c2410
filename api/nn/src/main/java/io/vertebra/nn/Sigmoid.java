package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;

/** The logistic function, {@code torch.nn.Sigmoid}: any shape to the same shape. */
public class Sigmoid extends Activation {
  /** Makes the activation. */
  public Sigmoid() {}

  @Override
  public final NDArray forward(Context context, NDArray input) {
    return context.ops().sigmoid(input);
  }
}
