package io.vertebra.plugins.layers;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** The product of a value and its sigmoid, {@code torch.nn.SiLU}. */
@Plugin(kind = Kind.ACTIVATION, type = "SiLU", summary = "Product of a value and its sigmoid")
public final class Silu extends io.vertebra.nn.Silu {
  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public Silu(InplaceOptions options) {}
}
