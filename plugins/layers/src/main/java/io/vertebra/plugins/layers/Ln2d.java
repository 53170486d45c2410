package io.vertebra.plugins.layers;

import io.vertebra.api.model.NormContext;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.LayerNorm2d;

/** Layer norm of the channels of feature maps: N x C x H x W to the same shape. */
@Plugin(kind = Kind.NORM, type = "LN2d", summary = "Layer norm of the channels of feature maps")
public final class Ln2d extends LayerNorm2d {
  /**
   * Makes the norm.
   *
   * @param options the options
   * @param context the features of its input
   */
  public Ln2d(LayerNormOptions options, NormContext context) {
    super(context.features(), options.eps());
    setTrainable(options.requiresGrad());
  }
}
