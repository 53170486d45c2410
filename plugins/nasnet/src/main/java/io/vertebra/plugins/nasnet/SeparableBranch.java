package io.vertebra.plugins.nasnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.nn.Conv2d;

/**
 * Twice a rectifier, a convolution of single channels, a pointwise one and a norm; the first has
 * the stride: N x C x H x W to N x K x H' x W'.
 */
final class SeparableBranch extends Layer {
  private final Half first;
  private final Half second;

  SeparableBranch(int in, int middle, int out, int kernel, int stride, CellLayers layers) {
    this.first =
        new Half(
            addModule("separable_1", new Separable(in, middle, kernel, stride, layers)),
            addModule("bn_sep_1", layers.norm(middle)));
    this.second =
        new Half(
            addModule("separable_2", new Separable(middle, out, kernel, 1, layers)),
            addModule("bn_sep_2", layers.norm(out)));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return second.forward(context, first.forward(context, input));
  }

  private record Half(Separable convolution, Norm norm) {
    NDArray forward(Context context, NDArray input) {
      return norm.forward(context, convolution.forward(context, context.ops().relu(input)));
    }
  }

  /** A convolution of single channels and a pointwise one. */
  private static final class Separable extends Layer {
    private final Conv2d depthwise;
    private final Conv2d pointwise;

    Separable(int in, int out, int kernel, int stride, CellLayers layers) {
      this.depthwise =
          addModule(
              "depthwise_conv2d", layers.convolution(ConvShape.depthwise(in, kernel, stride)));
      this.pointwise =
          addModule("pointwise_conv2d", layers.convolution(ConvShape.pointwise(in, out)));
    }

    @Override
    public NDArray forward(Context context, NDArray input) {
      return pointwise.forward(context, depthwise.forward(context, input));
    }
  }
}
