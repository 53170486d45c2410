package io.vertebra.plugins.shufflenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.nn.AvgPool2d;
import io.vertebra.nn.ConvModule;
import java.util.List;

/**
 * Grouped pointwise convolutions around one of single channels, with the channels shuffled between
 * them (Zhang et al., ShuffleNet, 2018, figure 2), {@code
 * mmpretrain.models.backbones.shufflenet_v1.ShuffleUnit}: N x C x H x W to N x K x H' x W'. The
 * input is added where the channels stay; else the mean of its windows is put before the output.
 */
final class ShuffleUnit extends Layer {
  private static final int BOTTLENECK = 4;

  private final ConvModule compress;
  private final ConvModule depthwise;
  private final ConvModule expand;
  private final AvgPool2d pool;
  private final Activation activation;
  private final int groups;
  private final boolean shrinks;

  /** What a unit is: channels, groups of its convolutions, and those of the first one. */
  record Settings(int in, int out, int groups, int firstGroups) {}

  ShuffleUnit(Settings settings, boolean shrinks, ConvLayers layers) {
    int inner = settings.out() / BOTTLENECK;
    int added = shrinks ? settings.out() - settings.in() : settings.out();
    this.groups = settings.groups();
    this.shrinks = shrinks;
    this.compress =
        addModule(
            "g_conv_1x1_compress",
            layers.activated(new ConvShape(settings.in(), inner, 1, 1, settings.firstGroups())));
    this.depthwise =
        addModule(
            "depthwise_conv3x3_bn", layers.linear(ConvShape.depthwise(inner, 3, shrinks ? 2 : 1)));
    this.expand =
        addModule("g_conv_1x1_expand", layers.linear(new ConvShape(inner, added, 1, 1, groups)));
    this.activation = addModule("act", layers.activation());
    this.pool =
        new AvgPool2d(
            new PoolSettings(IntPair.of(3), IntPair.of(2), IntPair.of(1), /* ceilMode= */ false),
            /* countPadding= */ true);
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray output = depthwise.forward(context, compress.forward(context, input));
    NDArray mixed = groups > 1 ? context.ops().channelShuffle(output, groups) : output;
    NDArray expanded = expand.forward(context, mixed);
    if (!shrinks) {
      return activation.forward(context, input.add(expanded));
    }
    return context
        .ops()
        .concat(List.of(pool.forward(context, input), activation.forward(context, expanded)), 1);
  }
}
