package io.vertebra.plugins.convnext;

import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Norm;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import java.util.List;

/**
 * Options of {@link ConvNext}, those of {@code mmpretrain.models.ConvNeXt}.
 *
 * @param arch the size
 * @param inChannels channels of the images
 * @param stemPatchSize height and width of the patches that the stem cuts images into
 * @param normCfg the norms
 * @param actCfg the activations
 * @param linearPwConv whether pointwise convolutions are linear maps of the last axis
 * @param useGrn whether blocks have a global response norm (ConvNeXt V2)
 * @param dropPathRate the chance of the last block's branch to be left out
 * @param layerScaleInitValue what branches are multiplied by at first
 * @param outIndices the stages whose output is a feature; negative ones count from the end
 * @param frozenStages how many stages stay as they are
 * @param gapBeforeFinalNorm whether features are means over all positions, then normalised
 * @param withCp whether what blocks compute is computed again instead of kept
 */
@ConfigSection
public record ConvNextOptions(
    @Doc("size: a name, or a mapping") @Default("tiny") ConvNextArchitecture arch,
    @Doc("channels of the images") @Default("3") @Range(min = 1) int inChannels,
    @Doc("height and width of the patches that the stem cuts images into")
        @Default("4")
        @Range(min = 1)
        int stemPatchSize,
    @Doc("norms") @Default("{type: LN2d, eps: 1.0e-6}") Factory<Norm> normCfg,
    @Doc("activations") @Default("{type: GELU}") Factory<Activation> actCfg,
    @Doc("whether pointwise convolutions are linear maps, with weights of two axes")
        @Default("true")
        boolean linearPwConv,
    @Doc("whether blocks have a global response norm (ConvNeXt V2)") @Default("false")
        boolean useGrn,
    @Doc("chance of the last block's branch to be left out in training; it grows from 0 evenly")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double dropPathRate,
    @Doc("what each branch is multiplied by at first, a number for each channel; 0 for none")
        @Default("1.0e-6")
        @Range(min = 0)
        double layerScaleInitValue,
    @Doc("stages whose output is a feature, from 0; negative ones count from the end")
        @Default("-1")
        IntList outIndices,
    @Doc("stages that stay as they are; 0 for none") @Default("0") @Range(min = 0) int frozenStages,
    @Doc("whether features are means over all positions, then normalised; else they are maps")
        @Default("true")
        boolean gapBeforeFinalNorm,
    @Doc(
            "whether what blocks compute is computed again on the way back instead of kept: less"
                + " memory, a third more time")
        @Default("false")
        boolean withCp) {
  /** Checks what spans several options, and what is not there. */
  public ConvNextOptions {
    int stages = arch.stages();
    if (outIndices.values().isEmpty()) {
      throw new IllegalArgumentException("out_indices is empty: name one stage or more");
    }
    for (int index : outIndices.values()) {
      if (index < -stages || index >= stages) {
        throw new IllegalArgumentException(
            "out_indices has " + index + ", but the stages are 0 to " + (stages - 1));
      }
    }
    if (frozenStages > stages) {
      throw new IllegalArgumentException(
          "frozen_stages is " + frozenStages + ", but there are " + stages + " stages");
    }
  }

  /** The stages whose output is a feature, counted from the first. */
  List<Integer> outStages() {
    return outIndices.values().stream()
        .map(index -> index < 0 ? index + arch.stages() : index)
        .toList();
  }

  /** The chance of a block's branch to be left out. */
  double dropPathRate(int block) {
    int blocks = arch.blocksBefore(arch.stages());
    return dropPathRate * block / (blocks - 1);
  }
}
