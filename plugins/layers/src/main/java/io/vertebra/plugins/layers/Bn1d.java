package io.vertebra.plugins.layers;

import io.vertebra.api.model.NormContext;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.BatchNorm1d;

/** Batch norm of vectors: N x C to the same shape. */
@Plugin(kind = Kind.NORM, type = "BN1d", summary = "Batch norm of vectors")
public final class Bn1d extends BatchNorm1d {
  /**
   * Makes the norm.
   *
   * @param options the options
   * @param context the features of its input
   */
  public Bn1d(BatchNormOptions options, NormContext context) {
    super(context.features(), options.eps(), options.momentum());
    setTrainable(options.requiresGrad());
  }
}
