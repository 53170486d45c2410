package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;

/**
 * Options of operations without a magnitude.
 *
 * @param prob how often
 */
@ConfigSection
public record ChanceOptions(
    @Doc("probability that the operation is carried out") @Default("0.5") @Range(min = 0, max = 1)
        double prob) {}
