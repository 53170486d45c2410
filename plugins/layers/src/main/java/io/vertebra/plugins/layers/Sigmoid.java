package io.vertebra.plugins.layers;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** The logistic function, {@code torch.nn.Sigmoid}. */
@Plugin(kind = Kind.ACTIVATION, type = "Sigmoid", summary = "Logistic function")
public final class Sigmoid extends io.vertebra.nn.Sigmoid {
  /** Makes the activation. */
  public Sigmoid() {}
}
