package io.vertebra.plugins.nasnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.nn.Conv2d;

/** A rectifier, a convolution and a norm: N x C x H x W to N x K x H' x W'. */
final class ActivatedConv extends Layer {
  private final Conv2d convolution;
  private final Norm norm;

  ActivatedConv(ConvShape shape, CellLayers layers) {
    this.convolution = addModule("conv", layers.convolution(shape));
    this.norm = addModule("bn", layers.norm(shape.outChannels()));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return norm.forward(context, convolution.forward(context, context.ops().relu(input)));
  }
}
