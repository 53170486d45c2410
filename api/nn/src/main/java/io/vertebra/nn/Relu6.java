package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;

/** The rectifier with an upper bound of 6, {@code torch.nn.ReLU6}: any shape to the same shape. */
public class Relu6 extends Activation {
  /** Makes the activation. */
  public Relu6() {}

  @Override
  public final NDArray forward(Context context, NDArray input) {
    return context.ops().relu6(input);
  }
}
