package io.vertebra.plugins.layers;

import io.vertebra.api.model.NormContext;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.LayerNorm;

/** Layer norm of the last axis: ... x C to the same shape. */
@Plugin(kind = Kind.NORM, type = "LN", summary = "Layer norm of the last axis, for sequences")
public final class Ln extends LayerNorm {
  /**
   * Makes the norm.
   *
   * @param options the options
   * @param context the features of its input
   */
  public Ln(LayerNormOptions options, NormContext context) {
    super(context.features(), options.eps());
    setTrainable(options.requiresGrad());
  }
}
