package io.vertebra.plugins.mobilenet;

import io.vertebra.api.model.Norm;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.families.mobile.TrainingOptions;
import io.vertebra.families.stages.StageIndices;
import io.vertebra.nn.ConvOptions;
import java.util.List;
import java.util.Optional;

/**
 * Options of {@link MobileNetV3}, those of {@code mmpretrain.models.MobileNetV3}.
 *
 * @param arch the size
 * @param convCfg the convolutions
 * @param normCfg the norms
 * @param outIndices the stages whose output is a feature; by default the last
 * @param frozenStages the last stage that stays as it is
 * @param training how it behaves in training
 */
@ConfigSection
public record MobileNetV3Options(
    @Doc("size") @Default("small") MobileNetV3Architecture arch,
    @Doc("convolutions; null for plain ones") Optional<ConvOptions> convCfg,
    @Doc("norms") @Default("{type: BN, eps: 0.001, momentum: 0.01}") Factory<Norm> normCfg,
    @Doc("stages whose output is a feature, from 0, the stem; by default the last one")
        Optional<IntList> outIndices,
    @Doc("the last stage that stays as it is, with all before it; 0 is the stem, -1 for none")
        @Default("-1")
        @Range(min = -1)
        int frozenStages,
    @Inline TrainingOptions training) {
  /** Checks that there are such stages. */
  public MobileNetV3Options {
    outIndices.ifPresent(indices -> StageIndices.outputs(indices, arch.stages()));
    StageIndices.requireFrozen(frozenStages + 1, arch.stages());
  }

  /** The stages whose output is a feature. */
  List<Integer> outStages() {
    return StageIndices.outputs(outIndices.orElse(IntList.of(-1)), arch.stages());
  }
}
