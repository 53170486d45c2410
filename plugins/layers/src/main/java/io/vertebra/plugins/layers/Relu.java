package io.vertebra.plugins.layers;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** The rectifier, {@code torch.nn.ReLU}: negative values become zero. */
@Plugin(kind = Kind.ACTIVATION, type = "ReLU", summary = "Rectifier: negative values become zero")
public final class Relu extends io.vertebra.nn.Relu {
  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public Relu(InplaceOptions options) {}
}
