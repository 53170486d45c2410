package io.vertebra.families.mobile;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;

/**
 * How a network behaves in training.
 *
 * @param normEval whether norms keep to their running statistics in training
 * @param withCp whether what blocks compute is computed again instead of kept
 */
public record TrainingOptions(
    @Doc("whether norms keep to their running statistics in training") @Default("false")
        boolean normEval,
    @Doc(
            "whether what blocks compute is computed again on the way back instead of kept: less"
                + " memory, a third more time")
        @Default("false")
        boolean withCp) {}
