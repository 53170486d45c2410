package io.vertebra.plugins.efficientnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.DropPath;

/**
 * A convolution with norm and activation whose input is added where the shape stays, {@code
 * mmpretrain.models.backbones.efficientnet_v2.EnhancedConvModule}. Names are those of a {@link
 * ConvModule}.
 */
final class ConvBlock extends Layer {
  private final ConvModule convolution;
  private final DropPath dropPath;
  private final boolean adds;

  ConvBlock(ConvModule convolution, boolean adds, double dropPathRate) {
    this.convolution = convolution;
    convolution.modules().forEach(this::addModule);
    this.dropPath = addModule("drop_path", new DropPath(dropPathRate));
    this.adds = adds;
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray output = convolution.forward(context, input);
    return adds ? dropPath.forward(context, output).add(input) : output;
  }
}
