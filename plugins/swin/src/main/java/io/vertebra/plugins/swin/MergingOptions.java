package io.vertebra.plugins.swin;

import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.nn.LayerNorm;
import io.vertebra.nn.SlidingWindow;
import io.vertebra.nn.WindowPadding;
import java.util.Optional;

/**
 * Options of the merging of patches, those of {@code mmpretrain.models.utils.PatchMerging}.
 *
 * @param outChannels features of a merged token
 * @param kernelSize height and width of what is merged
 * @param stride the distance between what is merged
 * @param padding how maps are padded
 * @param dilation the distance between the tokens that are merged
 * @param bias whether the linear map has a bias
 * @param normCfg the norm
 * @param usePostNorm whether the norm comes after the linear map
 */
public record MergingOptions(
    @Doc("features of a merged token; twice those of a token where it is left out") @Range(min = 1)
        Optional<Integer> outChannels,
    @Doc("height and width of what is merged, in tokens") @Default("2") @Range(min = 1)
        IntPair kernelSize,
    @Doc("distance between what is merged; kernel_size where it is left out") @Range(min = 1)
        Optional<IntPair> stride,
    @Doc(
            "zeros around maps: as many as it needs to cover them, at the right and bottom (corner)"
                + " or on all sides (same), or a number of rows and columns for each side")
        @Default("corner")
        WindowPadding padding,
    @Doc("distance between the tokens that are merged") @Default("1") @Range(min = 1)
        IntPair dilation,
    @Doc("whether the linear map has a bias") @Default("false") boolean bias,
    @Doc("norm; none where it is null") @Default("{type: LN}") Optional<Factory<Norm>> normCfg,
    @Doc("whether the norm comes after the linear map") @Default("false") boolean usePostNorm) {
  /** The merging where nothing is said, its norm before the linear map or after it. */
  static MergingOptions standard(boolean usePostNorm) {
    return new MergingOptions(
        Optional.empty(),
        IntPair.of(2),
        Optional.empty(),
        WindowPadding.CORNER,
        IntPair.of(1),
        /* bias= */ false,
        Optional.of(
            arguments ->
                new LayerNorm(((NormContext) arguments[0]).features(), SwinNetwork.EPSILON)),
        usePostNorm);
  }

  SlidingWindow window() {
    return new SlidingWindow(kernelSize, stride.orElse(kernelSize), padding, dilation);
  }

  /** Features of a merged token. */
  int features(int given) {
    return outChannels.orElse(2 * given);
  }
}
