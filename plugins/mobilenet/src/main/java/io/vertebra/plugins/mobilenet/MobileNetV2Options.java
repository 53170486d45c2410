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
import java.util.Optional;

/**
 * Options of {@link MobileNetV2}, those of {@code mmpretrain.models.MobileNetV2}.
 *
 * @param widenFactor what all numbers of channels are multiplied by
 * @param outIndices the stages whose output is a feature
 * @param frozenStages how many stages stay as they are; the stem is frozen from 0 on
 * @param convCfg the convolutions
 * @param normCfg the norms
 * @param actCfg the activations
 * @param training how it behaves in training
 */
@ConfigSection
public record MobileNetV2Options(
    @Doc("what all numbers of channels are multiplied by") @Default("1.0") double widenFactor,
    @Doc("stages whose output is a feature, from 0; 7 is the last convolution") @Default("[7]")
        IntList outIndices,
    @Doc("stages that stay as they are; 0 freezes the stem alone, -1 nothing")
        @Default("-1")
        @Range(min = -1, max = 7)
        int frozenStages,
    @Doc("convolutions; null for plain ones") Optional<ConvOptions> convCfg,
    @Doc("norms") @Default("{type: BN}") Factory<Norm> normCfg,
    @Doc("activations") @Default("{type: ReLU6}") Factory<Activation> actCfg,
    @Inline TrainingOptions training) {
  /** How many stages there are, the last convolution among them. */
  static final int STAGES = 8;

  /** Checks the numbers. */
  public MobileNetV2Options {
    if (!(widenFactor > 0)) {
      throw new IllegalArgumentException(
          "widen_factor is " + widenFactor + ", but channels are multiplied by it: give 0.5 or 1");
    }
    StageIndices.outputs(outIndices, STAGES);
  }

  ConvLayers layers() {
    return new ConvLayers(convCfg, normCfg, actCfg);
  }
}
