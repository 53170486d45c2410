package io.vertebra.plugins.swin;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import java.util.Optional;

/**
 * Options of the attention of a block, those of MMPretrain's {@code WindowMSA} and {@code
 * WindowMSAV2}.
 *
 * @param qkvBias whether queries, keys and values have a bias
 * @param scale what products of query and key are multiplied by
 * @param dropRate the chance of the attention to a position to be dropped
 * @param projectionDropRate the chance of values of the output to be dropped
 * @param shiftSize how far windows are moved
 * @param hidden the size between the maps that make biases of relative places
 */
public record AttentionOptions(
    @Doc("whether queries, keys (only in the first version) and values have a bias")
        @Default("true")
        boolean qkvBias,
    @Doc(
            "for the first version: what products of query and key are multiplied by; one over the"
                + " square root of the size of a head where it is left out or 0")
        @Key("qk_scale")
        Optional<Double> scale,
    @Doc("chance of the attention to a position to be dropped in training")
        @Default("0.0")
        @Range(min = 0, max = 1)
        @Key("attn_drop")
        double dropRate,
    @Doc("chance of values of the output to be dropped in training")
        @Default("0.0")
        @Range(min = 0, max = 1)
        @Key("proj_drop")
        double projectionDropRate,
    @Doc("how many tokens windows are moved to the right and down, in place of half their size")
        @Range(min = 0)
        Optional<Integer> shiftSize,
    @Doc("for V2: size between the linear maps that make biases of relative places; by default 512")
        @Range(min = 1)
        @Key("cpb_mlp_hidden_dims")
        Optional<Integer> hidden) {}
