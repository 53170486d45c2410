package io.vertebra.plugins.layers;

import io.vertebra.api.model.NormContext;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import io.vertebra.nn.BatchNorm2d;

/**
 * Batch norm of feature maps: N x C x H x W to the same shape. {@code SyncBN}, which shares
 * statistics between processes, is the same in one process.
 */
@Plugin(kind = Kind.NORM, type = "BN", summary = "Batch norm of feature maps")
@Variant(type = "SyncBN")
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
