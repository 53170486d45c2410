package io.vertebra.plugins.densenet;

import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.families.stages.StageIndices;
import java.util.List;

/**
 * Options of {@link DenseNet}, those of {@code mmpretrain.models.DenseNet}.
 *
 * @param arch the size
 * @param inChannels channels of the images
 * @param bnSize how many times wider the 1 x 1 convolution of a layer is than its output
 * @param dropRate the chance of each value that a layer adds to be dropped
 * @param compressionFactor the share of channels that a transition keeps
 * @param memoryEfficient whether what layers compute is computed again instead of kept
 * @param normCfg the norms
 * @param actCfg the activations
 * @param outIndices the stages whose output is a feature; negative ones count from the end
 * @param frozenStages how many stages stay as they are
 */
@ConfigSection
public record DenseNetOptions(
    @Doc("size: a name, or a mapping") @Default("121") DenseNetArchitecture arch,
    @Doc("channels of the images") @Default("3") @Range(min = 1) int inChannels,
    @Doc("how many times wider the 1x1 convolution of a layer is than its output")
        @Default("4")
        @Range(min = 1)
        int bnSize,
    @Doc("chance of each value that a layer adds to be dropped in training")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double dropRate,
    @Doc("share of channels that the transitions between stages keep")
        @Default("0.5")
        @Range(min = 0, max = 1)
        double compressionFactor,
    @Doc(
            "whether what layers compute is computed again on the way back instead of kept: less"
                + " memory, a third more time")
        @Default("false")
        boolean memoryEfficient,
    @Doc("norms") @Default("{type: BN}") Factory<Norm> normCfg,
    @Doc("activations") @Default("{type: ReLU}") Factory<Activation> actCfg,
    @Doc("stages whose output is a feature, from 0; negative ones count from the end")
        @Default("-1")
        IntList outIndices,
    @Doc("stages that stay as they are, without the stem; 0 for none") @Default("0") @Range(min = 0)
        int frozenStages) {
  /** Checks what spans several options. */
  public DenseNetOptions {
    StageIndices.outputs(outIndices, arch.depths().size());
    StageIndices.requireFrozen(frozenStages, arch.depths().size());
  }

  /** The stages whose output is a feature, counted from the first. */
  List<Integer> outStages() {
    return StageIndices.outputs(outIndices, arch.depths().size());
  }

  /** The channels after the layers of a stage. */
  int channelsOfLayers(int stage) {
    int before = stage == 0 ? arch.initChannels() : channels(stage - 1);
    return before + arch.depths().get(stage) * arch.growthRate();
  }

  /** The channels that a stage gives: of its transition, which the last one lacks. */
  int channels(int stage) {
    int ofLayers = channelsOfLayers(stage);
    boolean last = stage == arch.depths().size() - 1;
    return last ? ofLayers : (int) Math.floor(ofLayers * compressionFactor);
  }

  Norm norm(int channels) {
    return normCfg.create(new NormContext(channels));
  }

  Activation activation() {
    return actCfg.create();
  }
}
