package io.vertebra.plugins.layers;

import io.vertebra.api.model.NormContext;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.BatchNorm2d;

/** Another name of {@link Bn}: N x C x H x W to the same shape. */
@Plugin(kind = Kind.NORM, type = "BN2d", summary = "Batch norm of feature maps, another name of BN")
public final class Bn2d extends BatchNorm2d {
  /**
   * Makes the norm.
   *
   * @param options the options
   * @param context the features of its input
   */
  public Bn2d(BatchNormOptions options, NormContext context) {
    super(context.features(), options.eps(), options.momentum());
    setTrainable(options.requiresGrad());
  }
}
