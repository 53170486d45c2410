package io.vertebra.plugins.vit;

import io.vertebra.api.image.Interpolation;
import io.vertebra.api.model.Norm;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.nn.PatchOptions;
import java.util.List;

/**
 * Options of {@link VisionTransformer}, those of {@code mmpretrain.models.VisionTransformer}.
 *
 * @param arch the size
 * @param imgSize height and width of the images that position embeddings are for
 * @param patchSize height and width of a patch
 * @param inChannels channels of the images
 * @param outIndices the layers whose output is a feature; negative ones count from the end
 * @param dropRate the chance of values of each branch and of the embeddings to be dropped
 * @param dropPathRate the chance of the last layer's branches to be left out
 * @param qkvBias whether queries, keys and values have a bias
 * @param normCfg the norms
 * @param finalNorm whether the output of the last layer is normalised
 * @param outType what a feature is made of
 * @param withClsToken whether there is a class token
 * @param frozenStages how many layers stay as they are, and the embeddings with them
 * @param interpolateMode how position embeddings are resized
 * @param layerScaleInitValue what branches are multiplied by at first
 * @param patchCfg options of the patch embedding
 * @param layerCfgs options of the encoder layers
 * @param preNorm whether embeddings are normalised before the first layer
 */
@ConfigSection
public record VitOptions(
    @Doc("size: a name, or a mapping") @Default("base") VitArchitecture arch,
    @Doc("height and width of the images that position embeddings are for")
        @Default("224")
        @Range(min = 1)
        IntPair imgSize,
    @Doc("height and width of a patch") @Default("16") @Range(min = 1) IntPair patchSize,
    @Doc("channels of the images") @Default("3") @Range(min = 1) int inChannels,
    @Doc("layers whose output is a feature, from 0; negative ones count from the end")
        @Default("-1")
        IntList outIndices,
    @Doc("chance of values of branches and embeddings to be dropped in training")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double dropRate,
    @Doc("chance of the last layer's branches to be left out in training; it grows from 0 evenly")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double dropPathRate,
    @Doc("whether queries, keys and values have a bias") @Default("true") boolean qkvBias,
    @Doc("norms") @Default("{type: LN, eps: 1.0e-6}") Factory<Norm> normCfg,
    @Doc("whether the output of the last layer is normalised") @Default("true") boolean finalNorm,
    @Doc(
            "what a feature is: the class token, all tokens (raw), the tokens of patches in their"
                + " places (featmap) or their normalised mean (avg_featmap)")
        @Default("cls_token")
        OutType outType,
    @Doc("whether there is a class token") @Default("true") boolean withClsToken,
    @Doc("layers that stay as they are, and the embeddings with them; 0 or less for none")
        @Default("-1")
        @Range(min = -1)
        int frozenStages,
    @Doc("how position embeddings are resized for images of another size: bicubic or bilinear")
        @Default("bicubic")
        Interpolation interpolateMode,
    @Doc("what each branch is multiplied by at first, a number for each feature; 0 for none")
        @Default("0.0")
        @Range(min = 0)
        double layerScaleInitValue,
    @Doc("options of the patch embedding") @Default("{}") PatchOptions patchCfg,
    @Doc("options of the encoder layers: a mapping for all, or a list with one for each")
        @Default("{}")
        LayerConfigs layerCfgs,
    @Doc("whether embeddings are normalised before the first layer") @Default("false")
        boolean preNorm) {
  /** Checks what spans several options. */
  public VitOptions {
    if (outIndices.values().isEmpty()) {
      throw new IllegalArgumentException("out_indices is empty: name one layer or more");
    }
    for (int index : outIndices.values()) {
      if (index < -arch.numLayers() || index >= arch.numLayers()) {
        throw new IllegalArgumentException(
            "out_indices has " + index + ", but the layers are 0 to " + (arch.numLayers() - 1));
      }
    }
    if (outType == OutType.CLS_TOKEN && !withClsToken) {
      throw new IllegalArgumentException(
          "out_type is cls_token, but with_cls_token is false: take another out_type");
    }
    layerCfgs.requireLayers(arch.numLayers());
    if (frozenStages > arch.numLayers()) {
      throw new IllegalArgumentException(
          "frozen_stages is " + frozenStages + ", but there are " + arch.numLayers() + " layers");
    }
    if (interpolateMode != Interpolation.BICUBIC && interpolateMode != Interpolation.BILINEAR) {
      throw new IllegalArgumentException(
          "interpolate_mode is " + interpolateMode.label() + ", but must be bicubic or bilinear");
    }
  }

  /** The layers whose output is a feature, counted from the first. */
  List<Integer> outLayers() {
    return outIndices.values().stream()
        .map(index -> index < 0 ? index + arch.numLayers() : index)
        .toList();
  }
}
