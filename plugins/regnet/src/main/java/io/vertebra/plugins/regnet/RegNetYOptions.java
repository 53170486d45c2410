package io.vertebra.plugins.regnet;

import io.vertebra.api.model.Norm;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.TrainingOptions;
import io.vertebra.families.stages.StageIndices;
import io.vertebra.nn.Relu;
import java.util.List;
import java.util.Optional;

/**
 * Options of {@link RegNetY}.
 *
 * @param arch the size
 * @param seRatio channels within the gate of a block over those of the block's input
 * @param numClasses classes of the logits
 * @param outIndices the stages whose output is a feature
 * @param frozenStages how many stages stay as they are; the stem is frozen from 0 on
 * @param normCfg the norms
 * @param training how it behaves in training
 */
@ConfigSection
public record RegNetYOptions(
    @Doc("size: a name of RegNet, or a mapping") RegNetArchitecture arch,
    @Doc(
            "channels within the gate of a block over those of the block's input; null for no gate,"
                + " which makes it a RegNetX")
        @Default("0.25")
        @Range(min = 0, max = 1)
        Optional<Double> seRatio,
    @Doc("classes of the logits; -1 for none, so that features are maps")
        @Default("-1")
        @Range(min = -1)
        int numClasses,
    @Doc(
            "stages whose output is a feature, from 0; negative ones count from the end, the logits"
                + " last")
        @Default("-1")
        IntList outIndices,
    @Doc("stages that stay as they are; 0 freezes the stem alone, -1 nothing")
        @Default("-1")
        @Range(min = -1)
        int frozenStages,
    @Doc("norms") @Default("{type: BN}") Factory<Norm> normCfg,
    @Inline TrainingOptions training) {
  /** Checks that there are such stages. */
  public RegNetYOptions {
    StageIndices.outputs(outIndices, stages(arch, numClasses));
    StageIndices.requireFrozen(frozenStages, arch.stages().size());
  }

  private static int stages(RegNetArchitecture arch, int numClasses) {
    return arch.stages().size() + (numClasses > 0 ? 1 : 0);
  }

  List<Integer> outStages() {
    return StageIndices.outputs(outIndices, stages(arch, numClasses));
  }

  ConvLayers layers() {
    return new ConvLayers(Optional.empty(), normCfg, arguments -> new Relu());
  }
}
