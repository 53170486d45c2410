package io.vertebra.plugins.swin;

import io.vertebra.api.model.Norm;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import java.util.Optional;

/**
 * Options of a block, those of MMPretrain's {@code SwinBlock} and {@code SwinBlockV2}. What is left
 * out is as the stage has it.
 *
 * @param windowSize height and width of a window
 * @param shift whether windows are moved by half their size
 * @param ffnRatio how many times more features there are between the maps of the feed-forward part
 * @param dropPath the chance of branches to be left out
 * @param padSmallMap whether maps that are smaller than a window are padded
 * @param extraNorm whether the tokens are normalised once more
 * @param pretrainedWindowSize the window that the weights were trained with
 * @param attnCfgs options of the attention
 * @param ffnCfgs options of the feed-forward part
 * @param normCfg the norms
 */
public record BlockOptions(
    @Doc("height and width of a window, in place of that of the stage") @Range(min = 2)
        Optional<Integer> windowSize,
    @Doc("whether windows are moved by half their size; every other block where it is left out")
        Optional<Boolean> shift,
    @Doc("how many times more features there are between the maps of a feed-forward part")
        @Default("4.0")
        @Range(min = 0)
        double ffnRatio,
    @Doc("chance of branches to be left out, in place of the one that grows from block to block")
        @Range(min = 0, max = 1)
        Optional<Double> dropPath,
    @Doc("whether maps smaller than a window are padded, in place of that of the stage")
        Optional<Boolean> padSmallMap,
    @Doc("for V2: whether the tokens are normalised once more, in place of what the stage says")
        Optional<Boolean> extraNorm,
    @Doc(
            "for V2: the window that the weights were trained with, in place of that of the stage; 0"
                + " for the same as window_size")
        @Range(min = 0)
        Optional<Integer> pretrainedWindowSize,
    @Doc("options of the attention") @Default("{}") AttentionOptions attnCfgs,
    @Doc("options of the feed-forward part") @Default("{}") MapsOptions ffnCfgs,
    @Doc("norms") @Default("{type: LN}") Factory<Norm> normCfg) {}
