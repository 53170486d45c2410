package io.vertebra.engine.train;

import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.model.Ops;
import io.vertebra.engine.model.ModelState;

/**
 * An algorithm with its arrays and all that it needs to run.
 *
 * @param algorithm the algorithm
 * @param preprocessor what is done to its batches
 * @param state its arrays; owned by whoever made this
 * @param ops the operations
 */
public record Learner(
    Algorithm algorithm, DataPreprocessor preprocessor, ModelState state, Ops ops) {}
