package io.vertebra.plugins.swin;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import java.util.Optional;

/**
 * Options of a stage, those of MMPretrain's {@code SwinBlockSequence} beyond what {@code arch}
 * says. What is left out is as the network has it.
 *
 * @param windowSize height and width of a window
 * @param padSmallMap whether maps that are smaller than a window are padded
 * @param withCp whether what blocks compute is computed again instead of kept
 * @param extraNormEveryNBlocks after how many blocks the tokens are normalised once more
 * @param pretrainedWindowSize the window that the weights were trained with
 * @param downsampleCfg options of the merging of patches
 * @param blockCfgs options of the blocks
 */
public record StageOptions(
    @Doc("height and width of a window, in place of window_size of the network") @Range(min = 2)
        Optional<Integer> windowSize,
    @Doc("whether maps smaller than a window are padded, in place of pad_small_map of the network")
        Optional<Boolean> padSmallMap,
    @Doc("whether blocks are computed again on the way back, in place of with_cp of the network")
        Optional<Boolean> withCp,
    @Doc(
            "for V2: after so many blocks the tokens are normalised once more, in place of that of arch")
        @Range(min = 0)
        @Key("extra_norm_every_n_blocks")
        Optional<Integer> extraNormEveryNBlocks,
    @Doc(
            "for V2: the window that the weights were trained with, in place of"
                + " pretrained_window_sizes; 0 for the same as window_size")
        @Range(min = 0)
        Optional<Integer> pretrainedWindowSize,
    @Doc(
            "options of the merging of patches; for V2 they have to say use_post_norm: true to keep"
                + " its norm where it is")
        Optional<MergingOptions> downsampleCfg,
    @Doc("options of the blocks: a mapping for all, or a list with one for each") @Default("{}")
        BlockConfigs blockCfgs) {}
