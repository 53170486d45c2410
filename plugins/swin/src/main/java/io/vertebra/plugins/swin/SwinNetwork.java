package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.CamLayer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.LayerDepths;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.IntPair;
import io.vertebra.families.stages.Freezing;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.PatchEmbed;
import io.vertebra.nn.PositionEmbedding;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tokens of patches through stages of blocks, between which patches are merged. Images may have any
 * size that leaves the last maps as large as a window.
 */
abstract class SwinNetwork extends Backbone implements LayerDepths {
  /** What norms add to the variance. */
  static final double EPSILON = 1e-5;

  private final SwinArchitecture arch;
  private final PatchEmbed patches;
  private final Optional<PositionEmbedding> positions;
  private final Dropout dropout;
  private final List<SwinStage> stages;
  private final Map<Integer, Norm> norms = new TreeMap<>();
  private final List<Integer> outChannels = new ArrayList<>();
  private final boolean outAfterMerging;

  /** Makes a network; features are taken before patches are merged for the next stage, or after. */
  SwinNetwork(SwinPlan plan, List<SwinStage> stages, boolean outAfterMerging) {
    this.arch = plan.arch();
    this.stages = List.copyOf(stages);
    this.outAfterMerging = outAfterMerging;
    NetworkOptions options = plan.options();
    this.patches = patches(options, arch.embedDims());
    this.positions = options.useAbsPosEmbed() ? Optional.of(addPositions(plan)) : Optional.empty();
    addModule("patch_embed", patches);
    this.dropout = addModule("drop_after_pos", new Dropout(options.dropRate()));
    addModule("stages", new Sequential(stages));
    options.outIndices().values().stream().distinct().sorted().forEach(i -> addNorm(plan, i));
    freeze(options.frozenStages());
  }

  private static PatchEmbed patches(NetworkOptions options, int features) {
    return options
        .patchCfg()
        .embed(
            new PatchEmbed.Patches(
                options.inChannels(), features, options.patchSize(), /* bias= */ true));
  }

  private PositionEmbedding addPositions(SwinPlan plan) {
    IntPair grid = patches.grid(plan.imgSize());
    Shape shape = new Shape(1, (long) grid.first() * grid.second(), arch.embedDims());
    return new PositionEmbedding(
        addParameter("absolute_pos_embed", shape, Distribution.truncatedNormal(0.02)),
        0,
        grid,
        plan.options().interpolateMode());
  }

  private void addNorm(SwinPlan plan, int stage) {
    boolean merged = outAfterMerging && stage < arch.stages() - 1;
    int features = plan.features(merged ? stage + 1 : stage);
    Norm norm = plan.options().normCfg().create(new NormContext(features));
    norms.put(stage, addModule("norm" + stage, norm));
    outChannels.add(features);
  }

  private void freeze(int last) {
    if (last < 0) {
      return;
    }
    Freezing.freeze(patches);
    stages.subList(0, last + 1).forEach(Freezing::freeze);
    norms.forEach(
        (stage, norm) -> {
          if (stage <= last) {
            Freezing.freeze(norm);
          }
        });
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    NDArray tokens = embed(context, images);
    List<NDArray> features = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      NDArray computed = stages.get(i).forward(context, tokens);
      tokens = stages.get(i).merge(context, computed);
      if (norms.containsKey(i)) {
        NDArray out = norms.get(i).forward(context, outAfterMerging ? tokens : computed);
        features.add(out.transpose(0, 3, 1, 2));
      }
    }
    return features;
  }

  /** Gives N x rows x columns x C. */
  private NDArray embed(Context context, NDArray images) {
    Shape shape = images.getShape();
    IntPair grid = patches.grid(new IntPair((int) shape.get(2), (int) shape.get(3)));
    NDArray tokens = patches.forward(context, images);
    NDArray placed = positions.isPresent() ? tokens.add(positions.get().of(context, grid)) : tokens;
    return dropout
        .forward(context, placed)
        .reshape(shape.get(0), grid.first(), grid.second(), arch.embedDims());
  }

  /** The norm of the deepest feature. */
  @Override
  public Optional<CamLayer> camLayer() {
    return norms.keySet().stream()
        .reduce((first, second) -> second)
        .map(last -> new CamLayer("norm" + last, CamLayer.Axes.MAP_CHANNELS_LAST, 0));
  }

  @Override
  public List<Integer> outChannels() {
    return List.copyOf(outChannels);
  }

  /** Each block is a layer; patches are merged with the block that is given them or gives them. */
  @Override
  public Depth layerDepth(String parameter) {
    int layers = arch.blocksBefore(arch.stages()) + 2;
    String[] path = parameter.split("\\.", -1);
    int layer =
        switch (path[0]) {
          case "patch_embed" -> 0;
          case "stages" -> depthInStage(Integer.parseInt(path[1]), path);
          default -> layers - 1;
        };
    return new Depth(layer, layers);
  }

  private int depthInStage(int stage, String[] path) {
    int before = arch.blocksBefore(stage);
    if (path[2].equals("blocks")) {
      return before + Integer.parseInt(path[3]) + 1;
    }
    return stages.get(stage).mergesFirst() ? before + 1 : arch.blocksBefore(stage + 1);
  }
}
