package io.vertebra.plugins.shufflenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.nn.Sequential;
import java.util.List;

/**
 * Two branches whose channels are joined and shuffled (Ma et al., ShuffleNet V2, 2018, figure 3),
 * {@code mmpretrain.models.backbones.shufflenet_v2.InvertedResidual}: N x C x H x W to N x K x H' x
 * W'. A block that shrinks has a convolution in both; else the first half of the channels passes as
 * it is.
 */
final class ShuffleBlock extends Layer {
  private final Sequential shortcut;
  private final Sequential branch;

  ShuffleBlock(int in, int out, boolean shrinks, ConvLayers layers) {
    int half = out / 2;
    int stride = shrinks ? 2 : 1;
    this.shortcut =
        shrinks
            ? addModule(
                "branch1",
                new Sequential(
                    layers.linear(ConvShape.depthwise(in, 3, stride)),
                    layers.activated(ConvShape.pointwise(in, half))))
            : null;
    this.branch =
        addModule(
            "branch2",
            new Sequential(
                layers.activated(ConvShape.pointwise(shrinks ? in : half, half)),
                layers.linear(ConvShape.depthwise(half, 3, stride)),
                layers.activated(ConvShape.pointwise(half, half))));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    List<NDArray> halves;
    if (shortcut == null) {
      int half = (int) input.getShape().get(1) / 2;
      halves = context.ops().split(input, List.of(half, half), 1);
    } else {
      halves = List.of(shortcut.forward(context, input), input);
    }
    NDArray joined =
        context.ops().concat(List.of(halves.get(0), branch.forward(context, halves.get(1))), 1);
    return context.ops().channelShuffle(joined, 2);
  }
}
