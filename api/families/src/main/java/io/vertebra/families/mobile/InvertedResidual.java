package io.vertebra.families.mobile;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.DropPath;
import io.vertebra.nn.SqueezeExcitation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pointwise convolution to more channels, a convolution of each of them, squeeze-and-excitation
 * where there is one, and a pointwise convolution to fewer (Sandler et al., MobileNetV2, 2018;
 * Howard et al., MobileNetV3, 2019), {@code mmpretrain.models.utils.InvertedResidual}: N x C x H x
 * W to N x K x H' x W'. The input is added where the shape stays.
 *
 * <p>Names are {@code expand_conv}, which is left out where it would not widen, {@code
 * depthwise_conv}, {@code se} and {@code linear_conv}.
 */
public final class InvertedResidual extends Layer {
  private final List<Layer> branch = new ArrayList<>();
  private final DropPath dropPath;
  private final boolean adds;

  /**
   * Makes the block.
   *
   * @param shape its shape
   * @param gate weighs the inner channels; empty for none
   * @param layers makes the layers
   */
  public InvertedResidual(BlockShape shape, Optional<SqueezeExcitation> gate, ConvLayers layers) {
    int inner = shape.innerChannels();
    this.dropPath = addModule("drop_path", new DropPath(shape.dropPathRate()));
    this.adds = shape.keepsShape();
    if (inner != shape.inChannels()) {
      add("expand_conv", layers.activated(ConvShape.pointwise(shape.inChannels(), inner)));
    }
    add(
        "depthwise_conv",
        layers.activated(ConvShape.depthwise(inner, shape.kernel(), shape.stride())));
    gate.ifPresent(layer -> branch.add(addModule("se", layer)));
    add("linear_conv", layers.linear(ConvShape.pointwise(inner, shape.outChannels())));
  }

  private void add(String name, ConvModule layer) {
    branch.add(addModule(name, layer));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray output = branch.get(0).forward(context, input);
    for (Layer layer : branch.subList(1, branch.size())) {
      output = layer.consume(context, output);
    }
    return adds ? input.add(dropPath.consume(context, output)) : output;
  }
}
