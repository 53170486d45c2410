package io.vertebra.plugins.repvgg;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.CamLayer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Mergeable;
import io.vertebra.api.model.Ops;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.stages.Freezing;
import io.vertebra.families.stages.Stages;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * RepVGG, {@code mmpretrain.models.RepVGG}: blocks of three branches, which can be merged to one
 * convolution each once they are trained. Unlike there, merged blocks still weigh their channels
 * where {@code arch} has {@code se_cfg}.
 */
@StateDictNames(
    library = "timm",
    rules = {
      "backbone.stem.branch_3x3.conv.* = stem.conv_kxk.conv.*",
      "backbone.stem.branch_3x3.norm.* = stem.conv_kxk.bn.*",
      "backbone.stem.branch_1x1.conv.* = stem.conv_1x1.conv.*",
      "backbone.stem.branch_1x1.norm.* = stem.conv_1x1.bn.*",
      "backbone.stem.branch_norm.* = stem.identity.*",
      "backbone.stage_{s}.{b}.branch_3x3.conv.* = stages.{s-1}.{b}.conv_kxk.conv.*",
      "backbone.stage_{s}.{b}.branch_3x3.norm.* = stages.{s-1}.{b}.conv_kxk.bn.*",
      "backbone.stage_{s}.{b}.branch_1x1.conv.* = stages.{s-1}.{b}.conv_1x1.conv.*",
      "backbone.stage_{s}.{b}.branch_1x1.norm.* = stages.{s-1}.{b}.conv_1x1.bn.*",
      "backbone.stage_{s}.{b}.branch_norm.* = stages.{s-1}.{b}.identity.*",
      "backbone.stem.branch_reparam.* = stem.reparam_conv.*",
      "backbone.stage_{s}.{b}.branch_reparam.* = stages.{s-1}.{b}.reparam_conv.*",
      "backbone.stem.se_layer.conv{k}.conv.* = stem.attn.fc{k}.*",
      "backbone.stage_{s}.{b}.se_layer.conv{k}.conv.* = stages.{s-1}.{b}.attn.fc{k}.*",
      "head.fc.* = head.fc.*"
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "RepVGG",
    summary = "RepVGG of any size, with three branches a block or, with deploy, one convolution")
@Variant(type = "repvgg_a0", defaults = "arch: A0")
@Variant(type = "repvgg_a1", defaults = "arch: A1")
@Variant(type = "repvgg_a2", defaults = "arch: A2")
@Variant(type = "repvgg_b0", defaults = "arch: B0")
@Variant(type = "repvgg_b1", defaults = "arch: B1")
@Variant(type = "repvgg_b1g2", defaults = "arch: B1g2")
@Variant(type = "repvgg_b1g4", defaults = "arch: B1g4")
@Variant(type = "repvgg_b2", defaults = "arch: B2")
@Variant(type = "repvgg_b2g4", defaults = "arch: B2g4")
@Variant(type = "repvgg_b3", defaults = "arch: B3")
@Variant(type = "repvgg_b3g4", defaults = "arch: B3g4")
@Variant(type = "repvgg_d2se", defaults = "arch: D2se")
public final class RepVgg extends Backbone implements Mergeable {
  private final Map<String, RepVggBlock> blocks = new LinkedHashMap<>();
  private final RepVggBlock stem;
  private final Stages stages;
  private final boolean withCp;
  private final List<Integer> outChannels;
  private final CamLayer camLayer;

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public RepVgg(RepVggOptions options) {
    withCp = options.withCp();
    stem = new RepVggBlock(options, stemShape(options));
    addModule("stem", stem);
    blocks.put("stem", stem);
    List<List<Layer>> made = new ArrayList<>();
    int last = options.arch().numBlocks().size() - 1;
    for (int i = 0; i <= last; i++) {
      made.add(new ArrayList<>(List.of(addStage("stage_" + (i + 1), options, i))));
    }
    Optional<PoolPyramid> pyramid = addPyramid(options, last);
    pyramid.ifPresent(made.get(last)::add);
    String lastBlock = "stage_" + (last + 1) + "." + (options.arch().numBlocks().get(last) - 1);
    camLayer = CamLayer.map(pyramid.isPresent() ? "ppf" : lastBlock);
    stages = new Stages(made, options.outStages());
    outChannels = options.outStages().stream().distinct().sorted().map(options::channels).toList();
    Freezing.apply(this, List.of(stem), stages, options.frozenStages(), options.normEval());
  }

  private static BlockShape stemShape(RepVggOptions options) {
    return new BlockShape(options.inChannels(), options.stemChannels(), 2, 1, 1);
  }

  private Sequential addStage(String name, RepVggOptions options, int stage) {
    List<RepVggBlock> stageBlocks = new ArrayList<>();
    int from = stage == 0 ? options.stemChannels() : options.channels(stage - 1);
    for (int i = 0; i < options.arch().numBlocks().get(stage); i++) {
      BlockShape shape =
          new BlockShape(
              i == 0 ? from : options.channels(stage),
              options.channels(stage),
              i == 0 ? options.strides().get(stage) : 1,
              options.dilations().get(stage),
              // The stem is not counted, and so the next number is that of all blocks so far.
              options.arch().groups(blocks.size()));
      RepVggBlock block = new RepVggBlock(options, shape);
      stageBlocks.add(block);
      blocks.put(name + "." + i, block);
    }
    return addModule(name, new Sequential(stageBlocks, options.withCp()));
  }

  /** The pyramid follows the last stage, and is not frozen with it. */
  private Optional<PoolPyramid> addPyramid(RepVggOptions options, int last) {
    return options.addPpf()
        ? Optional.of(addModule("ppf", new PoolPyramid(options.channels(last), options)))
        : Optional.empty();
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    return stages.features(
        context, withCp ? context.recompute(stem, images) : stem.forward(context, images));
  }

  /** The last block, all of its branches joined; or the pyramid after it. */
  @Override
  public Optional<CamLayer> camLayer() {
    return Optional.of(camLayer);
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }

  @Override
  public Map<String, NDArray> merge(Ops ops, Map<String, NDArray> state) {
    Map<String, NDArray> merged = new LinkedHashMap<>(state);
    blocks.forEach(
        (name, block) -> {
          if (block.body() instanceof Branches branches) {
            String prefix = name + ".";
            Kernel kernel = branches.merge(new KernelMath(ops, state, prefix));
            merged.keySet().removeIf(key -> key.startsWith(prefix + "branch_"));
            merged.put(prefix + BlockBody.Merged.NAME + ".weight", kernel.weight());
            merged.put(prefix + BlockBody.Merged.NAME + ".bias", kernel.bias());
          }
        });
    return merged;
  }

  @Override
  public Map<String, String> mergedOptions() {
    return Map.of("deploy", "true");
  }
}
