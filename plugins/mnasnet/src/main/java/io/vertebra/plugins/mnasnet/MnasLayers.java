package io.vertebra.plugins.mnasnet;

import io.vertebra.api.model.Layer;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.families.mobile.SkipConnection;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the stages; convolutions, norms and activations are elements of one list each, as
 * torchvision has them.
 */
final class MnasLayers {
  private final ConvLayers layers;
  private final boolean recomputes;

  MnasLayers(ConvLayers layers, boolean recomputes) {
    this.layers = layers;
    this.recomputes = recomputes;
  }

  /** A convolution of the images, then one of single channels and a pointwise one. */
  List<Layer> stem(int channels, int out) {
    List<Layer> made = new ArrayList<>(activated(ConvShape.dense(3, channels, 3, 2)));
    made.addAll(activated(ConvShape.depthwise(channels, 3, 1)));
    made.addAll(linear(ConvShape.pointwise(channels, out)));
    return made;
  }

  /** The last convolution. */
  List<Layer> last(int in, int out) {
    return activated(ConvShape.pointwise(in, out));
  }

  /** A stack of inverted residuals. */
  Sequential stack(MnasStack stack, int in, int out) {
    List<Layer> blocks = new ArrayList<>();
    for (int i = 0; i < stack.blocks(); i++) {
      blocks.add(block(stack, i == 0 ? in : out, out, i == 0 ? stack.stride() : 1, i > 0));
    }
    return new Sequential(blocks, recomputes);
  }

  private SkipConnection block(MnasStack stack, int in, int out, int stride, boolean adds) {
    int inner = in * stack.expansion();
    List<Layer> branch = new ArrayList<>(activated(ConvShape.pointwise(in, inner)));
    branch.addAll(activated(ConvShape.depthwise(inner, stack.kernel(), stride)));
    branch.addAll(linear(ConvShape.pointwise(inner, out)));
    return new SkipConnection("layers", new Sequential(branch), adds);
  }

  private List<Layer> activated(ConvShape shape) {
    List<Layer> made = new ArrayList<>(linear(shape));
    made.add(layers.activation());
    return made;
  }

  private List<Layer> linear(ConvShape shape) {
    return List.of(layers.convolution(shape), layers.norm(shape.outChannels()));
  }
}
