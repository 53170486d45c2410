package io.vertebra.plugins.layers;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** A swish made of a rectifier, {@code torch.nn.Hardswish}. */
@Plugin(
    kind = Kind.ACTIVATION,
    type = "HSwish",
    summary = "Swish made of a rectifier, of MobileNetV3")
public final class HSwish extends io.vertebra.nn.HardSwish {
  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public HSwish(InplaceOptions options) {}
}
