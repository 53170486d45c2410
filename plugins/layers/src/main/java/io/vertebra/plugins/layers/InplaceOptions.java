package io.vertebra.plugins.layers;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;

/**
 * Options of activations that PyTorch can compute in the memory of their input.
 *
 * @param inplace taken for the sake of configs that have it
 */
@ConfigSection
public record InplaceOptions(
    @Doc("taken for the sake of configs that have it; results are the same") @Default("false")
        boolean inplace) {}
