package io.vertebra.plugins.nasnet;

import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.ConvOptions;
import io.vertebra.nn.ConvType;
import io.vertebra.nn.Relu;
import java.util.Optional;

/** Makes the layers of cells; all are padded as TensorFlow's SAME. */
final class CellLayers {
  private final ConvLayers layers;

  CellLayers(SearchedOptions options) {
    this.layers =
        new ConvLayers(
            Optional.of(new ConvOptions(ConvType.ADAPTIVE_PADDING)),
            options.normCfg(),
            arguments -> new Relu());
  }

  Conv2d convolution(ConvShape shape) {
    return layers.convolution(shape);
  }

  Norm norm(int features) {
    return layers.norm(features);
  }

  /** An activation, a pointwise convolution and a norm. */
  ActivatedConv pointwise(int in, int out, int stride) {
    return new ActivatedConv(ConvShape.dense(in, out, 1, stride), this);
  }

  /** A separable branch whose channels stay. */
  SeparableBranch separable(int channels, int kernel, int stride) {
    return new SeparableBranch(channels, channels, channels, kernel, stride, this);
  }

  /** A separable branch of the stem, which changes channels in its first half. */
  SeparableBranch stem(int in, int out, int kernel) {
    return new SeparableBranch(in, out, out, kernel, 2, this);
  }

  /** The maximum of 3 x 3 windows. */
  static Layer max(int stride) {
    return new SamePool(stride, /* max= */ true);
  }

  /** The mean of 3 x 3 windows. */
  static Layer mean(int stride) {
    return new SamePool(stride, /* max= */ false);
  }
}
