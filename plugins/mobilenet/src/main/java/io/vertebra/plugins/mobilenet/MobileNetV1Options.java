package io.vertebra.plugins.mobilenet;

import io.vertebra.api.model.Activation;
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
import io.vertebra.nn.ConvOptions;
import java.util.List;
import java.util.Optional;

/**
 * Options of {@link MobileNetV1}.
 *
 * @param widenFactor what all numbers of channels are multiplied by
 * @param numClasses classes of the logits
 * @param dropRate the chance of a value before the classifier to be dropped
 * @param outIndices the stages whose output is a feature
 * @param frozenStages how many stages stay as they are; the stem is frozen from 0 on
 * @param convCfg the convolutions
 * @param normCfg the norms
 * @param actCfg the activations
 * @param training how it behaves in training
 */
@ConfigSection
public record MobileNetV1Options(
    @Doc("what all numbers of channels are multiplied by") @Default("1.0") double widenFactor,
    @Doc("classes of the logits; -1 for none, so that features are maps")
        @Default("-1")
        @Range(min = -1)
        int numClasses,
    @Doc("chance of a value before the classifier to be dropped in training")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double dropRate,
    @Doc(
            "stages whose output is a feature, from 0; negative ones count from the end, the logits"
                + " last")
        @Default("-1")
        IntList outIndices,
    @Doc("stages that stay as they are; 0 freezes the stem alone, -1 nothing")
        @Default("-1")
        @Range(min = -1, max = 5)
        int frozenStages,
    @Doc("convolutions; null for plain ones") Optional<ConvOptions> convCfg,
    @Doc("norms") @Default("{type: BN}") Factory<Norm> normCfg,
    @Doc("activations") @Default("{type: ReLU6}") Factory<Activation> actCfg,
    @Inline TrainingOptions training) {
  private static final int MAPS = 5;

  /** Checks the numbers. */
  public MobileNetV1Options {
    if (!(widenFactor > 0)) {
      throw new IllegalArgumentException(
          "widen_factor is " + widenFactor + ", but channels are multiplied by it: give 0.5 or 1");
    }
    StageIndices.outputs(outIndices, stages(numClasses));
  }

  private static int stages(int numClasses) {
    return MAPS + (numClasses > 0 ? 1 : 0);
  }

  List<Integer> outStages() {
    return StageIndices.outputs(outIndices, stages(numClasses));
  }

  ConvLayers layers() {
    return new ConvLayers(convCfg, normCfg, actCfg);
  }
}
