package io.vertebra.engine.train;

import io.vertebra.api.train.Progress;

/**
 * A batch of a validation or test.
 *
 * @param index which one, from 0
 * @param batches how many there are
 */
record EvaluatedBatch(int index, int batches) {
  /** The position of training with this as its batch. */
  Progress in(Progress training) {
    return new Progress(
        training.epoch(),
        training.maxEpochs(),
        training.iteration(),
        training.maxIterations(),
        index,
        batches);
  }
}
