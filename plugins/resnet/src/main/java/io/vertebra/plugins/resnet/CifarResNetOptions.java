package io.vertebra.plugins.resnet;

import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Norm;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.families.residual.ResidualOptions;
import io.vertebra.families.residual.ResidualStyle;
import java.util.List;
import java.util.Optional;

/**
 * Options of {@link CifarResNet}, under the names that {@link ResNetCifar} has for them.
 *
 * @param depth the number of layers, 6 n + 2
 * @param inChannels channels of the images
 * @param baseChannels channels of stem and first stage; they double with each stage
 * @param outIndices the stages whose output is a feature; negative ones count from the end
 * @param frozenStages how many stages stay as they are; the stem is frozen from 0 on
 * @param normCfg the norms
 * @param actCfg the activations
 * @param normEval whether norms keep to their running statistics in training
 * @param withCp whether what blocks compute is computed again instead of kept
 * @param zeroInitResidual whether new blocks start as the identity
 * @param dropPathRate the chance of the last block's branch to be left out
 */
@ConfigSection
public record CifarResNetOptions(
    @Doc("number of layers: 20, 32, 44, 56, 110, ..., always 6 n + 2") @Range(min = 8) int depth,
    @Doc("channels of the images") @Default("3") @Range(min = 1) int inChannels,
    @Doc("channels of stem and first stage; they double with each stage")
        @Default("16")
        @Range(min = 2)
        int baseChannels,
    @Doc("stages whose output is a feature, from 0; negative ones count from the end")
        @Default("[2]")
        IntList outIndices,
    @Doc("stages that stay as they are; 0 freezes the stem alone, -1 nothing")
        @Default("-1")
        @Range(min = -1, max = 3)
        int frozenStages,
    @Doc("norms") @Default("{type: BN}") Factory<Norm> normCfg,
    @Doc("activations") @Default("{type: ReLU}") Factory<Activation> actCfg,
    @Doc("whether norms keep to their running statistics in training") @Default("false")
        boolean normEval,
    @Doc(
            "whether what blocks compute is computed again on the way back instead of kept: less"
                + " memory, a third more time")
        @Default("false")
        boolean withCp,
    @Doc("whether the last norm of each block starts at zero; the paper's starts at one")
        @Default("false")
        boolean zeroInitResidual,
    @Doc("chance of the last block's branch to be left out in training; it grows from 0 evenly")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double dropPathRate) {
  private static final int STAGES = 3;

  /** Checks the depth. */
  public CifarResNetOptions {
    if (depth % 6 != 2) {
      throw new IllegalArgumentException(
          "depth is " + depth + ", but must be 6 n + 2, such as 20, 32, 44, 56 or 110");
    }
  }

  /** The same as options of any residual network. */
  ResidualOptions residual() {
    return new ResidualOptions(
        depth,
        inChannels,
        /* stemChannels= */ baseChannels,
        baseChannels,
        /* expansion= */ Optional.empty(),
        STAGES,
        /* strides= */ List.of(1, 2, 2),
        /* dilations= */ List.of(1, 1, 1),
        outIndices,
        ResidualStyle.PYTORCH,
        frozenStages,
        /* convCfg= */ Optional.empty(),
        normCfg,
        actCfg,
        normEval,
        withCp,
        zeroInitResidual,
        dropPathRate);
  }
}
