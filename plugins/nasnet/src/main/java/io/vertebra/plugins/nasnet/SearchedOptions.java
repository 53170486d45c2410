package io.vertebra.plugins.nasnet;

import io.vertebra.api.model.Norm;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.families.stages.StageIndices;
import java.util.List;

/**
 * Options that both networks have.
 *
 * @param numClasses classes of the logits
 * @param stemSize channels of the first convolution
 * @param dropRate the chance of a value before the classifier to be dropped
 * @param outIndices the stages whose output is a feature
 * @param normCfg the norms
 * @param normEval whether norms keep to their running statistics in training
 */
public record SearchedOptions(
    @Doc("classes of the logits; -1 for none, so that features are maps")
        @Default("-1")
        @Range(min = -1)
        int numClasses,
    @Doc("channels of the first convolution") @Default("96") @Range(min = 1) int stemSize,
    @Doc("chance of a value before the classifier to be dropped in training")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double dropRate,
    @Doc(
            "stages whose output is a feature, from 0; negative ones count from the end, the logits"
                + " last")
        @Default("-1")
        IntList outIndices,
    @Doc("norms") @Default("{type: BN, eps: 0.001}") Factory<Norm> normCfg,
    @Doc("whether norms keep to their running statistics in training") @Default("false")
        boolean normEval) {
  /** How many stages give maps. */
  static final int MAPS = 5;

  /** Checks that there are such stages. */
  public SearchedOptions {
    StageIndices.outputs(outIndices, stages(numClasses));
  }

  private static int stages(int numClasses) {
    return MAPS + (numClasses > 0 ? 1 : 0);
  }

  List<Integer> outStages() {
    return StageIndices.outputs(outIndices, stages(numClasses));
  }
}
