package io.vertebra.plugins.layers;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** The rectifier with an upper bound of 6, {@code torch.nn.ReLU6}. */
@Plugin(kind = Kind.ACTIVATION, type = "ReLU6", summary = "Rectifier with an upper bound of 6")
public final class Relu6 extends io.vertebra.nn.Relu6 {
  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public Relu6(InplaceOptions options) {}
}
