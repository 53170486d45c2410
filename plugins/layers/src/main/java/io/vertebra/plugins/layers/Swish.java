package io.vertebra.plugins.layers;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** Another name of {@link Silu}, {@code mmcv.cnn.bricks.Swish}. */
@Plugin(kind = Kind.ACTIVATION, type = "Swish", summary = "Another name of SiLU")
public final class Swish extends io.vertebra.nn.Silu {
  /** Makes the activation. */
  public Swish() {}
}
