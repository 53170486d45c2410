package io.vertebra.plugins.repvgg;

import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Norm;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.families.stages.StageIndices;
import io.vertebra.nn.ConvOptions;
import io.vertebra.nn.ConvType;
import java.util.List;
import java.util.Optional;

/**
 * Options of {@link RepVgg}, those of {@code mmpretrain.models.RepVGG}.
 *
 * @param arch the size
 * @param inChannels channels of the images
 * @param baseChannels channels of the first stage where its width factor is one; they double with
 *     each stage
 * @param outIndices the stages whose output is a feature; negative ones count from the end
 * @param strides the stride of each stage
 * @param dilations the dilation of each stage
 * @param frozenStages how many stages stay as they are; the stem is frozen from 0 on
 * @param convCfg the convolutions; only plain ones
 * @param normCfg the norms
 * @param actCfg the activations
 * @param withCp whether what blocks compute is computed again instead of kept
 * @param deploy whether each block is one convolution, as after training
 * @param normEval whether norms keep to their running statistics in training
 * @param addPpf whether the last map is joined with its maximum over ever larger windows
 */
@ConfigSection
public record RepVggOptions(
    @Doc("size: a name, or a mapping") RepVggArchitecture arch,
    @Doc("channels of the images") @Default("3") @Range(min = 1) int inChannels,
    @Doc("channels of the first stage with a width factor of one; they double with each stage")
        @Default("64")
        @Range(min = 1)
        int baseChannels,
    @Doc("stages whose output is a feature, from 0; negative ones count from the end")
        @Default("[3]")
        IntList outIndices,
    @Doc("stride of each stage") @Default("[2, 2, 2, 2]") @Range(min = 1) List<Integer> strides,
    @Doc("dilation of each stage") @Default("[1, 1, 1, 1]") @Range(min = 1) List<Integer> dilations,
    @Doc("stages that stay as they are; 0 freezes the stem alone, -1 nothing")
        @Default("-1")
        @Range(min = -1)
        int frozenStages,
    @Doc("convolutions; there are only plain ones, also where it is left out")
        Optional<ConvOptions> convCfg,
    @Doc("norms") @Default("{type: BN}") Factory<Norm> normCfg,
    @Doc("activations") @Default("{type: ReLU}") Factory<Activation> actCfg,
    @Doc(
            "whether what blocks compute is computed again on the way back instead of kept: less"
                + " memory, a third more time")
        @Default("false")
        boolean withCp,
    @Doc("whether each block is one convolution, merged from its branches after training")
        @Default("false")
        boolean deploy,
    @Doc("whether norms keep to their running statistics in training") @Default("false")
        boolean normEval,
    @Doc(
            "whether the last map is joined with its maximum over ever larger windows, as in YOLOX-PAI")
        @Default("false")
        boolean addPpf) {
  /** Checks what spans several options. */
  public RepVggOptions {
    strides = List.copyOf(strides);
    dilations = List.copyOf(dilations);
    int stages = arch.numBlocks().size();
    requireOnePerStage("strides", strides, stages);
    requireOnePerStage("dilations", dilations, stages);
    StageIndices.outputs(outIndices, stages);
    StageIndices.requireFrozen(frozenStages, stages);
    requirePlain(ConvOptions.type(convCfg));
  }

  private static void requirePlain(ConvType type) {
    if (type != ConvType.CONV && type != ConvType.CONV_2D) {
      throw new IllegalArgumentException(
          "conv_cfg names no plain convolution, but only the branches of plain ones can be merged:"
              + " take Conv2d");
    }
  }

  private static void requireOnePerStage(String key, List<Integer> values, int stages) {
    if (values.size() != stages) {
      throw new IllegalArgumentException(
          key + " has " + values.size() + " numbers, but arch has " + stages + " stages");
    }
  }

  /** The stages whose output is a feature, counted from the first. */
  List<Integer> outStages() {
    return StageIndices.outputs(outIndices, arch.numBlocks().size());
  }

  /** The channels of a stage. */
  int channels(int stage) {
    return (int) ((baseChannels << stage) * arch.widthFactor().get(stage));
  }

  /** The channels of the stem. */
  int stemChannels() {
    return Math.min(arch.stemChannels(), channels(0));
  }
}
