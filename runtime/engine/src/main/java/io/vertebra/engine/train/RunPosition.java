package io.vertebra.engine.train;

import io.vertebra.api.train.Checkpoints.Position;
import io.vertebra.api.train.Progress;
import io.vertebra.engine.config.TrainOptions;

/** Where a run stands, between two iterations: its finished epochs and iterations. */
final class RunPosition {
  private final TrainOptions options;
  private final int epochLength;
  private int epoch;
  private long iteration;

  /**
   * Makes the position of a new run.
   *
   * @param options how long the run is
   * @param epochLength iterations of an epoch
   */
  RunPosition(TrainOptions options, int epochLength) {
    this.options = options;
    this.epochLength = epochLength;
  }

  /** Finished epochs. */
  int epoch() {
    return epoch;
  }

  /** Finished iterations. */
  long iteration() {
    return iteration;
  }

  /** The number of the present pass through the training data, from 0. */
  int pass() {
    return options.countsEpochs() ? epoch : Math.toIntExact(iteration / epochLength);
  }

  /** The batch of the present pass that comes next, from 0. */
  int batch() {
    return Math.toIntExact(iteration - (long) pass() * epochLength);
  }

  /** The position as checkpoints name it. */
  Position ofCheckpoint() {
    return new Position(epoch, iteration);
  }

  /** The position as hooks and logs see it. */
  Progress progress() {
    long iterations = options.iterations(epochLength);
    // A loop of iterations is one long epoch, as in MMEngine.
    return options.countsEpochs()
        ? new Progress(
            epoch, options.maxEpochs().orElseThrow(), iteration, iterations, batch(), epochLength)
        : new Progress(
            epoch,
            1,
            iteration,
            iterations,
            Math.toIntExact(iteration),
            Math.toIntExact(iterations));
  }

  /** Whether nothing is left to train. */
  boolean atEnd() {
    return iteration >= options.iterations(epochLength);
  }

  void endIteration() {
    iteration++;
  }

  void endEpoch() {
    epoch++;
  }

  /** Goes to where another run was. */
  void moveTo(Position position) {
    epoch = position.epoch();
    iteration = position.iteration();
  }
}
