package io.vertebra.plugins.vit;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntPair;
import java.util.Optional;

/**
 * Options of the patch embedding beyond those of the network.
 *
 * @param stride the distance between patches
 * @param bias whether the convolution has a bias
 */
public record PatchOptions(
    @Doc("distance between patches; patch_size where it is left out") Optional<IntPair> stride,
    @Doc("whether the convolution has a bias; the opposite of pre_norm where it is left out")
        Optional<Boolean> bias) {}
