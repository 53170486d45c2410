package io.vertebra.plugins.convnext;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.CamLayer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.LayerDepths;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.families.stages.Freezing;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * ConvNeXt (Liu et al., A ConvNet for the 2020s, 2022) and ConvNeXt V2 (Woo et al., 2023), {@code
 * mmpretrain.models.ConvNeXt}. Features are N x C, or N x C x H x W without {@code
 * gap_before_final_norm}.
 */
@StateDictNames(
    library = "timm",
    rules = {
      "backbone.downsample_layers.0.{k}.* = stem.{k}.*",
      "backbone.downsample_layers.{s}.{k}.* = stages.{s}.downsample.{k}.*",
      "backbone.stages.{s}.{b}.depthwise_conv.* = stages.{s}.blocks.{b}.conv_dw.*",
      "backbone.stages.{s}.{b}.pointwise_conv{k}.* = stages.{s}.blocks.{b}.mlp.fc{k}.*",
      "backbone.stages.{s}.{b}.grn.gamma = stages.{s}.blocks.{b}.mlp.grn.weight",
      "backbone.stages.{s}.{b}.grn.beta = stages.{s}.blocks.{b}.mlp.grn.bias",
      "backbone.stages.{s}.{b}.* = stages.{s}.blocks.{b}.*",
      "backbone.norm3.* = head.norm.*",
      "head.fc.* = head.fc.*"
    })
@StateDictNames(
    library = "torchvision",
    rules = {
      "backbone.downsample_layers.{s}.{k}.* = features.{2s}.{k}.*",
      "backbone.stages.{s}.{b}.depthwise_conv.* = features.{2s+1}.{b}.block.0.*",
      "backbone.stages.{s}.{b}.norm.* = features.{2s+1}.{b}.block.2.*",
      "backbone.stages.{s}.{b}.pointwise_conv1.* = features.{2s+1}.{b}.block.3.*",
      "backbone.stages.{s}.{b}.pointwise_conv2.* = features.{2s+1}.{b}.block.5.*",
      "backbone.stages.{s}.{b}.gamma = features.{2s+1}.{b}.layer_scale | 1x1",
      "backbone.norm3.* = classifier.0.*",
      "head.fc.* = classifier.2.*"
    })
@StateDictNames(
    library = "convnext",
    rules = {
      "backbone.stages.{s}.{b}.depthwise_conv.* = stages.{s}.{b}.dwconv.*",
      "backbone.stages.{s}.{b}.pointwise_conv{k}.* = stages.{s}.{b}.pwconv{k}.*",
      "backbone.norm3.* = norm.*",
      "head.fc.* = head.*",
      "backbone.* = *"
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "ConvNeXt",
    summary = "ConvNeXt of any size; ConvNeXt V2 with use_grn and no layer scale")
public final class ConvNext extends Backbone implements LayerDepths {
  /** What new weights of convolutions and linear maps are drawn from; their biases are zero. */
  static final Distribution WEIGHTS = Distribution.truncatedNormal(0.02);

  private final List<Sequential> shrinks = new ArrayList<>();
  private final List<Sequential> stages = new ArrayList<>();
  private final Map<Integer, Norm> norms = new TreeMap<>();
  private final List<Integer> outChannels;
  private final boolean pools;
  private final int deepest;

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public ConvNext(ConvNextOptions options) {
    ConvNextArchitecture arch = options.arch();
    for (int i = 0; i < arch.stages(); i++) {
      shrinks.add(i == 0 ? stem(options) : shrink(options, i));
      stages.add(stage(options, i));
    }
    addModule("downsample_layers", new Sequential(shrinks));
    addModule("stages", new Sequential(stages));
    for (int i = 0; i < arch.stages(); i++) {
      if (options.outStages().contains(i)) {
        norms.put(i, addModule("norm" + i, norm(options, i)));
      }
    }
    for (int i = 0; i < options.frozenStages(); i++) {
      Freezing.freeze(shrinks.get(i));
      Freezing.freeze(stages.get(i));
    }
    this.outChannels = norms.keySet().stream().map(arch.channels()::get).toList();
    this.pools = options.gapBeforeFinalNorm();
    this.deepest = arch.depths().get(arch.stages() - 2) > 9 ? 12 : 6;
  }

  private static Sequential stem(ConvNextOptions options) {
    int channels = options.arch().channels().get(0);
    return new Sequential(
        patches(options.inChannels(), channels, options.stemPatchSize()), norm(options, 0));
  }

  private static Sequential shrink(ConvNextOptions options, int stage) {
    List<Integer> channels = options.arch().channels();
    return new Sequential(
        norm(options, stage - 1), patches(channels.get(stage - 1), channels.get(stage), 2));
  }

  private static Conv2d patches(int from, int to, int size) {
    ConvSettings settings = new ConvSettings(IntPair.of(size), IntPair.of(0), IntPair.of(1), 1);
    return new Conv2d(from, to, IntPair.of(size), settings, /* bias= */ true)
        .initializeWith(WEIGHTS);
  }

  private static Norm norm(ConvNextOptions options, int stage) {
    return options.normCfg().create(new NormContext(options.arch().channels().get(stage)));
  }

  private static Sequential stage(ConvNextOptions options, int stage) {
    ConvNextArchitecture arch = options.arch();
    List<Layer> blocks = new ArrayList<>();
    for (int i = 0; i < arch.depths().get(stage); i++) {
      double dropPathRate = options.dropPathRate(arch.blocksBefore(stage) + i);
      blocks.add(new ConvNextBlock(options, arch.channels().get(stage), dropPathRate));
    }
    return new Sequential(blocks, options.withCp());
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    NDArray map = images;
    List<NDArray> features = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      map = stages.get(i).forward(context, shrinks.get(i).forward(context, map));
      if (norms.containsKey(i)) {
        features.add(feature(context, norms.get(i), map));
      }
    }
    return features;
  }

  private NDArray feature(Context context, Norm norm, NDArray map) {
    if (!pools) {
      return norm.forward(context, map);
    }
    NDArray pooled = context.ops().globalAvgPool2d(map);
    Shape shape = pooled.getShape();
    return norm.forward(context, pooled.reshape(shape.get(0), shape.get(1), 1, 1)).reshape(shape);
  }

  /** The norm of the last block; the last norm of all where it is given maps. */
  @Override
  public Optional<CamLayer> camLayer() {
    int last = stages.size() - 1;
    int block = stages.get(last).modules().size() - 1;
    return pools
        ? Optional.of(CamLayer.map("stages." + last + "." + block + ".norm"))
        : super.camLayer();
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }

  @Override
  public Depth layerDepth(String parameter) {
    String[] path = parameter.split("\\.", -1);
    int layer =
        switch (path[0]) {
          case "downsample_layers" -> depthOfShrink(Integer.parseInt(path[1]));
          case "stages" -> depthOfBlock(Integer.parseInt(path[1]), Integer.parseInt(path[2]));
          default -> deepest + 1;
        };
    return new Depth(layer, deepest + 2);
  }

  private int depthOfShrink(int stage) {
    if (stage == 0) {
      return 0;
    }
    return stage < 3 ? stage + 1 : deepest;
  }

  /** Three blocks of the third stage count as one layer. */
  private int depthOfBlock(int stage, int block) {
    if (stage < 2) {
      return stage + 1;
    }
    return stage == 2 ? 3 + block / 3 : deepest;
  }
}
