package io.vertebra.plugins.nasnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.nn.Conv2d;

/**
 * The maximum of windows, a pointwise convolution and a norm: N x C x H x W to N x K x H/2 x W/2,
 * rounded up.
 */
final class PooledConv extends Layer {
  private final Layer pool = CellLayers.max(2);
  private final Conv2d convolution;
  private final Norm norm;

  PooledConv(int in, int out, CellLayers layers) {
    this.convolution = addModule("conv", layers.convolution(ConvShape.pointwise(in, out)));
    this.norm = addModule("bn", layers.norm(out));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return norm.forward(context, convolution.forward(context, pool.forward(context, input)));
  }
}
