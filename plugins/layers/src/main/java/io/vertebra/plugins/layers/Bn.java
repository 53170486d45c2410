package io.vertebra.plugins.layers;

import io.vertebra.api.model.NormContext;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.BatchNorm2d;

/** Batch norm of feature maps: N x C x H x W to the same shape. */
@Plugin(kind = Kind.NORM, type = "BN", summary = "Batch norm of feature maps")
public final class Bn extends BatchNorm2d {
  /**
   * Makes the norm.
   *
   * @param options the options
   * @param context the features of its input
   */
  public Bn(BatchNormOptions options, NormContext context) {
    super(context.features(), options.eps(), options.momentum());
    setTrainable(options.requiresGrad());
  }
}
