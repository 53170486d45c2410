package io.vertebra.plugins.layers;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;

/**
 * Options of batch norms, those of {@code torch.nn.BatchNorm2d} and of {@code
 * mmcv.cnn.build_norm_layer}.
 *
 * @param requiresGrad whether weight and bias are trained
 * @param eps what is added to the variance
 * @param momentum the weight of a batch in the update of the running statistics
 */
@ConfigSection
public record BatchNormOptions(
    @Doc("whether weight and bias are trained") @Default("true") boolean requiresGrad,
    @Doc("what is added to the variance") @Default("1e-5") @Range(min = 0) double eps,
    @Doc("weight of a batch in the update of the running statistics")
        @Default("0.1")
        @Range(min = 0, max = 1)
        double momentum) {}
