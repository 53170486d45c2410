package io.vertebra.plugins.swin;

import io.vertebra.api.image.Interpolation;
import io.vertebra.api.model.Norm;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;

/**
 * Options that both versions of the network have.
 *
 * @param patchSize height and width of a patch
 * @param inChannels channels of the images
 * @param dropRate the chance of values of the embeddings to be dropped
 * @param dropPathRate the chance of the last block's branches to be left out
 * @param outIndices the stages whose output is a feature
 * @param useAbsPosEmbed whether tokens are told their place before the first stage
 * @param interpolateMode how position embeddings are resized
 * @param withCp whether what blocks compute is computed again instead of kept
 * @param frozenStages the last stage that stays as it is
 * @param normEval taken for the sake of configs that have it
 * @param padSmallMap whether maps that are smaller than a window are padded
 * @param normCfg the norms of the features
 * @param stageCfgs options of the stages
 * @param patchCfg options of the patch embedding
 */
public record NetworkOptions(
    @Doc("height and width of a patch") @Default("4") @Range(min = 1) IntPair patchSize,
    @Doc("channels of the images") @Default("3") @Range(min = 1) int inChannels,
    @Doc("chance of values of the embeddings to be dropped in training")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double dropRate,
    @Doc("chance of the last block's branches to be left out in training; it grows from 0 evenly")
        @Default("0.1")
        @Range(min = 0, max = 1)
        double dropPathRate,
    @Doc("stages whose output is a feature, from 0") @Default("3") @Range(min = 0)
        IntList outIndices,
    @Doc("whether position embeddings are added to the tokens before the first stage")
        @Default("false")
        boolean useAbsPosEmbed,
    @Doc("how position embeddings are resized for images of another size: bicubic or bilinear")
        @Default("bicubic")
        Interpolation interpolateMode,
    @Doc(
            "whether what blocks compute is computed again on the way back instead of kept: less"
                + " memory, a third more time")
        @Default("false")
        boolean withCp,
    @Doc("last stage, from 0, that stays as it is with all before it; -1 for none")
        @Default("-1")
        @Range(min = -1)
        int frozenStages,
    @Doc("accepted, without effect: layer norms keep no statistics") @Default("false")
        boolean normEval,
    @Doc(
            "whether maps smaller than a window are padded to it; without it they are refused, and"
                + " windows as large as a map are not shifted")
        @Default("false")
        boolean padSmallMap,
    @Doc("norms of the features") @Default("{type: LN}") Factory<Norm> normCfg,
    @Doc("options of the stages: a mapping for all, or a list with one for each") @Default("{}")
        StageConfigs stageCfgs,
    @Doc("options of the patch embedding") @Default("{}") SwinPatches patchCfg) {
  /** Checks what spans several options. */
  public NetworkOptions {
    if (outIndices.values().isEmpty()) {
      throw new IllegalArgumentException("out_indices is empty: name one stage or more");
    }
    if (interpolateMode != Interpolation.BICUBIC && interpolateMode != Interpolation.BILINEAR) {
      throw new IllegalArgumentException(
          "interpolate_mode is " + interpolateMode.label() + ", but must be bicubic or bilinear");
    }
  }

  /** Fails where stages or blocks are named that the network does not have. */
  void requireFit(SwinArchitecture arch) {
    int stages = arch.stages();
    stageCfgs.requireStages(stages);
    for (int i = 0; i < stages; i++) {
      stageCfgs.of(i).blockCfgs().requireBlocks(arch.depths().get(i));
    }
    for (int index : outIndices.values()) {
      if (index >= stages) {
        throw new IllegalArgumentException(
            "out_indices has %d, but the stages are 0 to %d".formatted(index, stages - 1));
      }
    }
    if (frozenStages >= stages) {
      throw new IllegalArgumentException(
          "frozen_stages is %d, but the stages are 0 to %d".formatted(frozenStages, stages - 1));
    }
  }
}
