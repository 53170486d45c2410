package io.vertebra.plugins.regnet;

import io.vertebra.api.model.Norm;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.families.mobile.TrainingOptions;
import io.vertebra.families.residual.ResidualStyle;
import io.vertebra.families.stages.StageIndices;
import io.vertebra.nn.ConvOptions;
import java.util.List;
import java.util.Optional;

/**
 * Options of {@link RegNet}, those of {@code mmpretrain.models.RegNet}.
 *
 * @param arch the size
 * @param inChannels channels of the images
 * @param stemChannels channels after the stem
 * @param baseChannels taken for the sake of configs that have it
 * @param strides the stride of each stage
 * @param dilations the dilation of each stage
 * @param outIndices the stages whose output is a feature
 * @param style which convolution of a block has the stride
 * @param deepStem whether the stem has three convolutions; there is no such stem, as with
 *     MMPretrain
 * @param avgDown whether shortcuts shrink by a mean
 * @param frozenStages how many stages stay as they are; the stem is frozen from 0 on
 * @param convCfg the convolutions
 * @param normCfg the norms
 * @param zeroInitResidual whether new blocks start as the identity
 * @param training how it behaves in training
 */
@ConfigSection
public record RegNetOptions(
    @Doc("size: a name, or a mapping") RegNetArchitecture arch,
    @Doc("channels of the images") @Default("3") @Range(min = 1) int inChannels,
    @Doc("channels after the stem") @Default("32") @Range(min = 1) int stemChannels,
    @Doc("accepted, without effect: widths follow from arch") @Default("32") @Range(min = 1)
        int baseChannels,
    @Doc("stride of each stage") @Default("[2, 2, 2, 2]") @Range(min = 1) List<Integer> strides,
    @Doc("dilation of each stage") @Default("[1, 1, 1, 1]") @Range(min = 1) List<Integer> dilations,
    @Doc("stages whose output is a feature, from 0; negative ones count from the end")
        @Default("[3]")
        IntList outIndices,
    @Doc("the convolution of a block with the stride: the 3x3 (pytorch), the first 1x1 (caffe)")
        @Default("pytorch")
        ResidualStyle style,
    @Doc("accepted as false: there is no stem of three convolutions") @Default("false")
        boolean deepStem,
    @Doc("shrink shortcuts by a mean, not by the stride of their convolution") @Default("false")
        boolean avgDown,
    @Doc("stages that stay as they are; 0 freezes the stem alone, -1 nothing")
        @Default("-1")
        @Range(min = -1)
        int frozenStages,
    @Doc("convolutions; plain ones where it is left out") Optional<ConvOptions> convCfg,
    @Doc("norms") @Default("{type: BN}") Factory<Norm> normCfg,
    @Doc("whether the last norm of each block starts at zero") @Default("true")
        boolean zeroInitResidual,
    @Inline TrainingOptions training) {
  /** Checks that all fits the stages that the size has. */
  public RegNetOptions {
    strides = List.copyOf(strides);
    dilations = List.copyOf(dilations);
    int stages = arch.stages().size();
    requireOnePerStage("strides", strides, stages);
    requireOnePerStage("dilations", dilations, stages);
    StageIndices.outputs(outIndices, stages);
    StageIndices.requireFrozen(frozenStages, stages);
    if (deepStem) {
      throw new IllegalArgumentException(
          "deep_stem is true, but a RegNet has no stem of three convolutions: leave it out");
    }
  }

  private static void requireOnePerStage(String key, List<Integer> values, int stages) {
    if (values.size() != stages) {
      throw new IllegalArgumentException(
          "%s has %d numbers, but the size has %d stages".formatted(key, values.size(), stages));
    }
  }

  List<Integer> outStages() {
    return StageIndices.outputs(outIndices, arch.stages().size());
  }
}
