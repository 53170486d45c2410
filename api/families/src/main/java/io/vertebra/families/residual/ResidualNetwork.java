package io.vertebra.families.residual;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.LayerDepths;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.families.stages.Freezing;
import io.vertebra.families.stages.StageIndices;
import io.vertebra.families.stages.Stages;
import io.vertebra.nn.ConvOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stem, then stages named {@code layer1}, {@code layer2}, ...; the features are N x C x H' x W'.
 */
@StateDictNames(
    library = {"torchvision", "timm"},
    rules = {ResidualNames.HEAD, ResidualNames.BACKBONE})
public abstract class ResidualNetwork extends Backbone implements LayerDepths {
  private final List<Layer> stem = new ArrayList<>();
  private final Stages stages;
  private final List<Integer> outChannels;
  private final ResidualDepths depths;

  /**
   * Makes a network with the stem and the shortcuts that its tweaks say.
   *
   * @param options the options
   * @param tweaks refinements of stem and shortcuts
   * @param architecture the blocks
   */
  protected ResidualNetwork(
      ResidualOptions options, ResidualTweaks tweaks, ResidualArchitecture architecture) {
    this(
        options,
        tweaks.deepStem() ? ResidualStem.DEEP : ResidualStem.PLAIN,
        tweaks.shortcuts(),
        architecture);
  }

  /**
   * Makes a network.
   *
   * @param options the options
   * @param stem what stands before the stages
   * @param shortcuts makes the shortcuts
   * @param architecture the blocks
   */
  protected ResidualNetwork(
      ResidualOptions options,
      ResidualStem stem,
      ShortcutFactory shortcuts,
      ResidualArchitecture architecture) {
    ResidualLayers layers =
        new ResidualLayers(
            ConvOptions.type(options.convCfg()), options.normCfg(), options.actCfg());
    stem.layers(options, layers).forEach((name, layer) -> this.stem.add(addModule(name, layer)));
    StageBuilder builder = new StageBuilder(options, shortcuts, architecture);
    List<Layer> made = new ArrayList<>();
    for (int i = 0; i < options.numStages(); i++) {
      made.add(addModule("layer" + (i + 1), builder.stage(i, layers)));
    }
    List<Integer> outputs = StageIndices.outputs(options.outIndices(), options.numStages());
    this.stages = Stages.of(made, outputs);
    this.outChannels =
        IntStream.range(0, options.numStages())
            .filter(outputs::contains)
            .mapToObj(builder::channels)
            .toList();
    this.depths = new ResidualDepths(architecture.stageBlocks());
    Freezing.apply(this, this.stem, stages, options.frozenStages(), options.normEval());
  }

  @Override
  public final List<NDArray> forward(Context context, NDArray images) {
    NDArray map = images;
    for (Layer layer : stem) {
      map = map == images ? layer.forward(context, map) : layer.consume(context, map);
    }
    return stages.features(context, map);
  }

  @Override
  public final List<Integer> outChannels() {
    return outChannels;
  }

  @Override
  public final Depth layerDepth(String parameter) {
    return depths.of(parameter);
  }
}
