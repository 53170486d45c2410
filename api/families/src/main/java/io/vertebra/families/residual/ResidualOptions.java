package io.vertebra.families.residual;

import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Norm;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.families.stages.StageIndices;
import io.vertebra.nn.ConvOptions;
import java.util.List;
import java.util.Optional;

/**
 * Options of all residual networks, those of {@code mmpretrain.models.ResNet}.
 *
 * @param depth the number of layers; which there are is the network's matter
 * @param inChannels channels of the images
 * @param stemChannels channels after the stem
 * @param baseChannels width of the blocks of the first stage; it doubles with each stage
 * @param expansion how many times wider the output of a block is than its width; by default 1 for
 *     basic blocks and 4 for bottlenecks
 * @param numStages how many stages
 * @param strides the stride of each stage
 * @param dilations the dilation of each stage
 * @param outIndices the stages whose output is a feature
 * @param style which convolution of a bottleneck has the stride
 * @param frozenStages how many stages stay as they are; the stem is frozen from 0 on
 * @param convCfg the convolutions
 * @param normCfg the norms
 * @param actCfg the activations
 * @param normEval whether norms keep to their running statistics in training
 * @param withCp whether what blocks compute is computed again instead of kept
 * @param zeroInitResidual whether new blocks start as the identity
 * @param dropPathRate the chance of the last block's branch to be left out
 */
public record ResidualOptions(
    @Doc("number of layers") int depth,
    @Doc("channels of the images") @Default("3") @Range(min = 1) int inChannels,
    @Doc("channels after the stem") @Default("64") @Range(min = 2) int stemChannels,
    @Doc("width of the blocks of the first stage; it doubles with each stage")
        @Default("64")
        @Range(min = 1)
        int baseChannels,
    @Doc(
            "how many times wider the output of a block is than its width; by default 1 for basic"
                + " blocks and 4 for bottlenecks")
        @Range(min = 1)
        Optional<Integer> expansion,
    @Doc("number of stages") @Default("4") @Range(min = 1, max = 4) int numStages,
    @Doc("stride of each stage") @Default("[1, 2, 2, 2]") @Range(min = 1) List<Integer> strides,
    @Doc("dilation of each stage") @Default("[1, 1, 1, 1]") @Range(min = 1) List<Integer> dilations,
    @Doc("stages whose output is a feature, from 0") @Default("[3]") IntList outIndices,
    @Doc(
            "the convolution of a bottleneck with the stride: the 3x3 (pytorch), the first 1x1 (caffe)")
        @Default("pytorch")
        ResidualStyle style,
    @Doc("stages that stay as they are; 0 freezes the stem alone, -1 nothing")
        @Default("-1")
        @Range(min = -1, max = 4)
        int frozenStages,
    @Doc("convolutions; plain ones where it is left out") Optional<ConvOptions> convCfg,
    @Doc("norms") @Default("{type: BN}") Factory<Norm> normCfg,
    @Doc("activations") @Default("{type: ReLU}") Factory<Activation> actCfg,
    @Doc("whether norms keep to their running statistics in training") @Default("false")
        boolean normEval,
    @Doc(
            "whether what blocks compute is computed again on the way back instead of kept: less"
                + " memory, a third more time")
        @Default("false")
        boolean withCp,
    @Doc("whether the last norm of each block starts at zero") @Default("true")
        boolean zeroInitResidual,
    @Doc("chance of the last block's branch to be left out in training; it grows from 0 evenly")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double dropPathRate) {
  /** Checks what spans several options. */
  public ResidualOptions {
    strides = List.copyOf(strides);
    dilations = List.copyOf(dilations);
    requireOnePerStage("strides", strides, numStages);
    requireOnePerStage("dilations", dilations, numStages);
    StageIndices.outputs(outIndices, numStages);
    StageIndices.requireFrozen(frozenStages, numStages);
  }

  private static void requireOnePerStage(String key, List<Integer> values, int stages) {
    if (values.size() != stages) {
      throw new IllegalArgumentException(
          key + " has " + values.size() + " numbers, but num_stages is " + stages);
    }
  }
}
