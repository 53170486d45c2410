package io.vertebra.plugins.layers;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;

/**
 * Options of layer norms, those of {@code torch.nn.LayerNorm} and of {@code
 * mmcv.cnn.build_norm_layer}.
 *
 * @param requiresGrad whether weight and bias are trained
 * @param eps what is added to the variance
 */
@ConfigSection
public record LayerNormOptions(
    @Doc("whether weight and bias are trained") @Default("true") boolean requiresGrad,
    @Doc("what is added to the variance") @Default("1e-5") @Range(min = 0) double eps) {}
