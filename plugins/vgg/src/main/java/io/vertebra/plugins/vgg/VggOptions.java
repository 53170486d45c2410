package io.vertebra.plugins.vgg;

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
import java.util.List;
import java.util.Optional;

/**
 * Options of {@link Vgg}, those of {@code mmpretrain.models.VGG}.
 *
 * @param depth the number of layers with weights
 * @param numClasses classes of the logits
 * @param numStages how many stages
 * @param dilations the dilation of each stage
 * @param outIndices the stages whose output is a feature
 * @param frozenStages how many stages stay as they are
 * @param convCfg the convolutions
 * @param normCfg the norms
 * @param actCfg the activations
 * @param normEval whether norms keep to their running statistics in training
 * @param ceilMode whether poolings keep a last window that reaches beyond the map
 * @param withLastPool whether the last stage ends in a pooling
 */
@ConfigSection
public record VggOptions(
    @Doc("number of layers with weights: 11, 13, 16 or 19") int depth,
    @Doc("classes of the logits; -1 leaves the linear layers off") @Default("-1") @Range(min = -1)
        int numClasses,
    @Doc("number of stages") @Default("5") @Range(min = 1, max = 5) int numStages,
    @Doc("dilation of each stage") @Default("[1, 1, 1, 1, 1]") @Range(min = 1)
        List<Integer> dilations,
    @Doc(
            "stages whose output is a feature, from 0; with num_classes the logits always are one"
                + " too. By default the last stage alone, or with num_classes the logits alone")
        Optional<IntList> outIndices,
    @Doc("stages that stay as they are; -1 or 0 for none") @Default("-1") @Range(min = -1, max = 5)
        int frozenStages,
    @Doc("convolutions; plain ones where it is left out") Optional<ConvOptions> convCfg,
    @Doc("norms; none where it is left out") Optional<Factory<Norm>> normCfg,
    @Doc("activations") @Default("{type: ReLU}") Factory<Activation> actCfg,
    @Doc("whether norms keep to their running statistics in training") @Default("false")
        boolean normEval,
    @Doc("whether poolings keep a last window that reaches beyond the map") @Default("false")
        boolean ceilMode,
    @Doc("whether the last stage ends in a pooling") @Default("true") boolean withLastPool) {
  /** Checks what spans several options. */
  public VggOptions {
    dilations = List.copyOf(dilations);
    if (dilations.size() != numStages) {
      throw new IllegalArgumentException(
          "dilations has " + dilations.size() + " numbers, but num_stages is " + numStages);
    }
    if (numClasses > 0 && numStages < 4) {
      throw new IllegalArgumentException(
          "num_stages is "
              + numStages
              + ", but the linear layers of num_classes take the 512 channels of stage 4 or 5");
    }
    StageIndices.requireFrozen(frozenStages, numStages);
    outIndices.ifPresent(indices -> outputs(indices, numStages, numClasses));
  }

  /** The stages whose output is a feature, from 0. */
  List<Integer> outStages() {
    if (outIndices.isEmpty()) {
      return numClasses > 0 ? List.of() : List.of(numStages - 1);
    }
    return outputs(outIndices.get(), numStages, numClasses);
  }

  /** MMPretrain counts the logits as a stage after the last. */
  private static List<Integer> outputs(IntList indices, int stages, int classes) {
    int counted = classes > 0 ? stages + 1 : stages;
    return StageIndices.outputs(indices, counted).stream().filter(i -> i < stages).toList();
  }
}
