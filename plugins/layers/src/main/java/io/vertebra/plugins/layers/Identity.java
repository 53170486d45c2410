package io.vertebra.plugins.layers;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** No activation at all, {@code torch.nn.Identity}: gives what it is given. */
@Plugin(kind = Kind.ACTIVATION, type = "Identity", summary = "No activation at all")
public final class Identity extends Activation {
  /** Makes the activation. */
  public Identity() {}

  @Override
  public NDArray forward(Context context, NDArray input) {
    return input;
  }
}
