package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;

/**
 * A swish made of a rectifier (Howard et al., Searching for MobileNetV3, 2019, section 5.2), {@code
 * torch.nn.Hardswish}: any shape to the same shape.
 */
public class HardSwish extends Activation {
  /** Makes the activation. */
  public HardSwish() {}

  @Override
  public final NDArray forward(Context context, NDArray input) {
    return context.ops().hardSwish(input);
  }
}
