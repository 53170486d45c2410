package io.vertebra.plugins.mobilenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.nn.Conv2d;

/**
 * A convolution of single channels and a pointwise one, each with norm and activation (Howard et
 * al., MobileNets, 2017, section 3.1): N x C x H x W to N x K x H' x W'. Names and first weights
 * are those of timm.
 */
final class SeparableBlock extends Layer {
  private final Conv2d depthwise;
  private final Norm firstNorm;
  private final Conv2d pointwise;
  private final Norm secondNorm;
  private final Activation activation;

  SeparableBlock(int in, int out, int stride, ConvLayers layers) {
    this.depthwise =
        addModule(
            "conv_dw",
            layers
                .convolution(ConvShape.depthwise(in, 3, stride))
                .initializeWith(Distribution.kaimingNormal(9)));
    this.firstNorm = addModule("bn1", layers.norm(in));
    this.pointwise =
        addModule(
            "conv_pw",
            layers
                .convolution(ConvShape.pointwise(in, out))
                .initializeWith(Distribution.kaimingNormal(out)));
    this.secondNorm = addModule("bn2", layers.norm(out));
    this.activation = addModule("act", layers.activation());
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray spatial = firstNorm.forward(context, depthwise.forward(context, input));
    NDArray mixed = pointwise.forward(context, activation.forward(context, spatial));
    return activation.forward(context, secondNorm.forward(context, mixed));
  }
}
