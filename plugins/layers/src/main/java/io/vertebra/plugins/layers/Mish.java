package io.vertebra.plugins.layers;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** The product of a value and the tanh of its softplus, {@code torch.nn.Mish}. */
@Plugin(
    kind = Kind.ACTIVATION,
    type = "Mish",
    summary = "Product of a value and the tanh of its softplus")
public final class Mish extends Activation {
  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public Mish(InplaceOptions options) {}

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().mish(input);
  }
}
