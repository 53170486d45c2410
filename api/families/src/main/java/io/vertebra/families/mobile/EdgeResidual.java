package io.vertebra.families.mobile;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.DropPath;

/**
 * A convolution to more channels and a pointwise one to fewer (Gupta and Tan, EfficientNet-EdgeTPU,
 * 2019), {@code mmpretrain.models.backbones.efficientnet.EdgeResidual}: N x C x H x W to N x K x H'
 * x W'. The pointwise convolution is always a plain one. Names are {@code conv1} and {@code conv2}.
 */
public final class EdgeResidual extends Layer {
  private final ConvModule widen;
  private final ConvModule narrow;
  private final DropPath dropPath;
  private final boolean adds;

  /**
   * Makes the block.
   *
   * @param shape its shape
   * @param residual whether the input is added where the shape stays
   * @param layers makes the layers
   */
  public EdgeResidual(BlockShape shape, boolean residual, ConvLayers layers) {
    int inner = shape.innerChannels();
    this.dropPath = addModule("drop_path", new DropPath(shape.dropPathRate()));
    this.widen =
        addModule(
            "conv1",
            layers.activated(
                ConvShape.dense(shape.inChannels(), inner, shape.kernel(), shape.stride())));
    this.narrow =
        addModule(
            "conv2",
            layers.withPlainConvolutions().linear(ConvShape.pointwise(inner, shape.outChannels())));
    this.adds = residual && shape.keepsShape();
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray output = narrow.consume(context, widen.forward(context, input));
    return adds ? input.add(dropPath.consume(context, output)) : output;
  }
}
