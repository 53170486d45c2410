package io.vertebra.plugins.resnest;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;

/**
 * Options of the splits of a block.
 *
 * @param groups groups of the 3 x 3 convolutions, each of which is split
 * @param widthPerGroup channels of a group in the first stage; it counts with two groups or more
 * @param radix how many splits each group has
 * @param reductionFactor how many times fewer channels there are between the maps that weigh splits
 * @param avgDownStride whether blocks shrink by a mean, not by the stride of their convolution
 */
public record SplitOptions(
    @Doc("groups of the 3x3 convolutions") @Default("1") @Range(min = 1) int groups,
    @Doc(
            "channels of a group in the first stage, with two groups or more; it doubles with each"
                + " stage")
        @Default("4")
        @Range(min = 1)
        int widthPerGroup,
    @Doc("how many splits each group has") @Default("2") @Range(min = 1) int radix,
    @Doc("how many times fewer channels there are between the maps that weigh splits")
        @Default("4")
        @Range(min = 1)
        int reductionFactor,
    @Doc("whether blocks shrink by a mean, not by the stride of their convolution") @Default("true")
        boolean avgDownStride) {}
