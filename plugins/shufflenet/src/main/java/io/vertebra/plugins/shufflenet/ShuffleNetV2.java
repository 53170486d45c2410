package io.vertebra.plugins.shufflenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntList;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.families.stages.StageIndices;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * ShuffleNetV2 (Ma et al., ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture
 * Design, 2018), {@code mmpretrain.models.ShuffleNetV2}. Stage 3 is the last convolution; the
 * features are N x C x H' x W'.
 */
@StateDictNames(
    library = "torchvision",
    rules = {
      "backbone.conv1.conv.* = conv1.0.*",
      "backbone.conv1.bn.* = conv1.1.*",
      "backbone.layers.3.conv.* = conv5.0.*",
      "backbone.layers.3.bn.* = conv5.1.*",
      "backbone.layers.{s}.{b}.branch1.0.conv.* = stage{s+2}.{b}.branch1.0.*",
      "backbone.layers.{s}.{b}.branch1.0.bn.* = stage{s+2}.{b}.branch1.1.*",
      "backbone.layers.{s}.{b}.branch1.1.conv.* = stage{s+2}.{b}.branch1.2.*",
      "backbone.layers.{s}.{b}.branch1.1.bn.* = stage{s+2}.{b}.branch1.3.*",
      "backbone.layers.{s}.{b}.branch2.0.conv.* = stage{s+2}.{b}.branch2.0.*",
      "backbone.layers.{s}.{b}.branch2.0.bn.* = stage{s+2}.{b}.branch2.1.*",
      "backbone.layers.{s}.{b}.branch2.1.conv.* = stage{s+2}.{b}.branch2.3.*",
      "backbone.layers.{s}.{b}.branch2.1.bn.* = stage{s+2}.{b}.branch2.4.*",
      "backbone.layers.{s}.{b}.branch2.2.conv.* = stage{s+2}.{b}.branch2.5.*",
      "backbone.layers.{s}.{b}.branch2.2.bn.* = stage{s+2}.{b}.branch2.6.*",
      "head.fc.* = fc.*"
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "ShuffleNetV2",
    summary = "ShuffleNetV2 of width 0.5, 1.0, 1.5 or 2.0")
@Variant(type = "shufflenet_v2_0_5x", defaults = "widen_factor: 0.5")
@Variant(type = "shufflenet_v2_1x")
@Variant(type = "shufflenet_v2_1_5x", defaults = "widen_factor: 1.5")
@Variant(type = "shufflenet_v2_2x", defaults = "widen_factor: 2.0")
public final class ShuffleNetV2 extends Backbone {
  private static final int STEM_CHANNELS = 24;
  private static final List<Integer> BLOCKS = List.of(4, 8, 4);

  /** Channels of each stage for each width (table 5). */
  private static final Map<Double, List<Integer>> CHANNELS =
      new TreeMap<>(
          Map.of(
              0.5, List.of(48, 96, 192, 1024),
              1.0, List.of(116, 232, 464, 1024),
              1.5, List.of(176, 352, 704, 1024),
              2.0, List.of(244, 488, 976, 2048)));

  private final ShuffleStages stages;
  private final List<Integer> outChannels;

  /**
   * Options of {@link ShuffleNetV2}, those of {@code mmpretrain.models.ShuffleNetV2}.
   *
   * @param widenFactor how wide the network is
   * @param outIndices the stages whose output is a feature
   * @param shared what ShuffleNetV1 has as well
   */
  public record Options(
      @Doc("how wide the network is: 0.5, 1.0, 1.5 or 2.0") @Default("1.0") double widenFactor,
      @Doc("stages whose output is a feature, from 0; 3 is the last convolution") @Default("[3]")
          IntList outIndices,
      @Inline ShuffleOptions shared) {
    /** Checks the numbers. */
    public Options {
      if (!CHANNELS.containsKey(widenFactor)) {
        throw new IllegalArgumentException(
            "widen_factor is " + widenFactor + ", but must be one of " + CHANNELS.keySet());
      }
      StageIndices.outputs(outIndices, BLOCKS.size() + 1);
      StageIndices.requireFrozen(shared.frozenStages(), BLOCKS.size());
    }
  }

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public ShuffleNetV2(Options options) {
    List<Integer> outputs = StageIndices.outputs(options.outIndices(), BLOCKS.size() + 1);
    List<Integer> channels = CHANNELS.get(options.widenFactor());
    ConvLayers layers = options.shared().layers();
    List<Layer> made = new ArrayList<>();
    int in = STEM_CHANNELS;
    for (int i = 0; i < BLOCKS.size(); i++) {
      made.add(stage(BLOCKS.get(i), in, channels.get(i), options.shared()));
      in = channels.get(i);
    }
    made.add(layers.activated(ConvShape.pointwise(in, channels.get(BLOCKS.size()))));
    this.stages = new ShuffleStages(STEM_CHANNELS, made, outputs, options.shared());
    addModule("conv1", stages.stem());
    addModule("layers", stages.layers());
    this.outChannels = outputs.stream().sorted().map(channels::get).toList();
  }

  private static Sequential stage(int blocks, int in, int out, ShuffleOptions options) {
    List<Layer> made = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      made.add(new ShuffleBlock(i == 0 ? in : out, out, /* shrinks= */ i == 0, options.layers()));
    }
    return new Sequential(made, options.training().withCp());
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    return stages.features(context, images);
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }
}
