package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;

/**
 * Scales learning rates linearly with the number of images of an update (Goyal et al., Accurate,
 * Large Minibatch SGD, 2017).
 *
 * @param baseBatchSize the images of an update that the learning rate of the config is meant for
 * @param enable whether to scale
 */
public record AutoScaleRateOptions(
    @Doc("images of an update that the learning rate of the config is meant for") @Range(min = 1)
        int baseBatchSize,
    @Doc("scale the learning rate") @Default("false") boolean enable) {}
