package io.vertebra.plugins.layers;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** The hyperbolic tangent, {@code torch.nn.Tanh}. */
@Plugin(kind = Kind.ACTIVATION, type = "Tanh", summary = "Hyperbolic tangent")
public final class Tanh extends Activation {
  /** Makes the activation. */
  public Tanh() {}

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().tanh(input);
  }
}
