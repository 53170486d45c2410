package io.vertebra.plugins.shufflenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntList;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.stages.StageIndices;
import io.vertebra.nn.Channels;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * ShuffleNet (Zhang et al., ShuffleNet: An Extremely Efficient Convolutional Neural Network for
 * Mobile Devices, 2018), {@code mmpretrain.models.ShuffleNetV1}. The features are N x C x H' x W'.
 */
@Plugin(
    kind = Kind.BACKBONE,
    type = "ShuffleNetV1",
    summary = "ShuffleNet with 1, 2, 3, 4 or 8 groups, of any width")
@Variant(type = "shufflenet_v1_1x")
public final class ShuffleNetV1 extends Backbone {
  private static final int STEM_CHANNELS = 24;
  private static final List<Integer> BLOCKS = List.of(4, 8, 4);

  /**
   * Channels of the first stage for each number of groups (table 1); they double with each stage.
   */
  private static final Map<Integer, Integer> CHANNELS =
      new TreeMap<>(Map.of(1, 144, 2, 200, 3, 240, 4, 272, 8, 384));

  private final ShuffleStages stages;
  private final List<Integer> outChannels;

  /**
   * Options of {@link ShuffleNetV1}, those of {@code mmpretrain.models.ShuffleNetV1}.
   *
   * @param groups groups of the pointwise convolutions
   * @param widenFactor what all numbers of channels are multiplied by
   * @param outIndices the stages whose output is a feature
   * @param shared what ShuffleNetV2 has as well
   */
  public record Options(
      @Doc("groups of the pointwise convolutions: 1, 2, 3, 4 or 8") @Default("3") int groups,
      @Doc("what all numbers of channels are multiplied by") @Default("1.0") double widenFactor,
      @Doc("stages whose output is a feature, from 0") @Default("[2]") IntList outIndices,
      @Inline ShuffleOptions shared) {
    /** Checks the numbers. */
    public Options {
      if (!CHANNELS.containsKey(groups)) {
        throw new IllegalArgumentException(
            "groups is " + groups + ", but must be one of " + CHANNELS.keySet());
      }
      if (!(widenFactor > 0)) {
        throw new IllegalArgumentException(
            "widen_factor is "
                + widenFactor
                + ", but channels are multiplied by it: give 1 or 0.5");
      }
      StageIndices.outputs(outIndices, BLOCKS.size());
      StageIndices.requireFrozen(shared.frozenStages(), BLOCKS.size());
    }

    private int channels(int stage) {
      return Channels.divisible((CHANNELS.get(groups) << stage) * widenFactor, 8);
    }
  }

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public ShuffleNetV1(Options options) {
    List<Integer> outputs = StageIndices.outputs(options.outIndices(), BLOCKS.size());
    int stemChannels = (int) (STEM_CHANNELS * options.widenFactor());
    List<Layer> made = new ArrayList<>();
    for (int i = 0; i < BLOCKS.size(); i++) {
      made.add(stage(options, i, i == 0 ? stemChannels : options.channels(i - 1)));
    }
    this.stages = new ShuffleStages(stemChannels, made, outputs, options.shared());
    addModule("conv1", stages.stem());
    addModule("layers", stages.layers());
    this.outChannels = outputs.stream().sorted().map(options::channels).toList();
    raiseBiases(this);
  }

  private static Sequential stage(Options options, int stage, int in) {
    int out = options.channels(stage);
    List<Layer> units = new ArrayList<>();
    for (int i = 0; i < BLOCKS.get(stage); i++) {
      boolean first = i == 0;
      int firstGroups = stage == 0 && first ? 1 : options.groups();
      units.add(
          new ShuffleUnit(
              new ShuffleUnit.Settings(first ? in : out, out, options.groups(), firstGroups),
              /* shrinks= */ first,
              options.shared().layers()));
    }
    return new Sequential(units, options.shared().training().withCp());
  }

  /** MMPretrain starts the biases of norms a little above zero. */
  private static void raiseBiases(Module module) {
    if (module instanceof Norm) {
      Parameter bias = module.parameters().get("bias");
      if (bias != null) {
        bias.initializeWith(new Distribution.Constant(1e-4));
      }
    }
    module.modules().values().forEach(ShuffleNetV1::raiseBiases);
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
