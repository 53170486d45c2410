package io.vertebra.engine.optim;

import ai.djl.ndarray.NDArray;
import io.vertebra.engine.torch.TensorList;
import java.util.Optional;

/**
 * Adds gradients of several batches up for one update, as MMEngine's {@code OptimWrapper} does: the
 * loss of each batch is divided by the size of its window, and the last window of a run, which may
 * hold fewer batches, by its own size.
 */
final class Accumulation implements AutoCloseable {
  private final int window;
  private final long maxBatches;
  private final TensorList sum;
  private TensorList trained;
  private long batches;

  /**
   * Starts with an empty window.
   *
   * @param window batches of an update
   * @param maxBatches batches of the whole run
   * @param parameters what gradients look like; stays with the caller
   */
  Accumulation(int window, long maxBatches, TensorList parameters) {
    this.window = window;
    this.maxBatches = maxBatches;
    this.sum = window > 1 ? parameters.zerosLike() : null;
    this.trained = window > 1 ? sum.slice(0, sum.size()) : null;
  }

  /** Takes gradients of the parameters at some positions from here on. */
  void train(long... positions) {
    if (sum != null) {
      trained.close();
      trained = sum.select(positions);
    }
  }

  /** The part of a batch's loss in the loss of its window. */
  NDArray shareOf(NDArray loss) {
    if (window == 1) {
      return loss;
    }
    long remainder = maxBatches % window;
    return loss.div(batches < maxBatches - remainder ? window : remainder);
  }

  /**
   * Takes the gradients of a batch.
   *
   * @param gradients the gradients; stay with the caller
   * @return the gradients of the window where the batch was its last, owned by this or the caller
   */
  Optional<TensorList> add(TensorList gradients) {
    batches++;
    if (window == 1) {
      return Optional.of(gradients);
    }
    trained.add(gradients);
    return isFull() ? Optional.of(trained) : Optional.empty();
  }

  /**
   * Takes a batch without gradients.
   *
   * @return whether it was the last of its window
   */
  boolean leaveOut() {
    batches++;
    return isFull();
  }

  private boolean isFull() {
    return batches % window == 0 || batches == maxBatches;
  }

  /** Empties the window after an update. */
  void restart() {
    if (sum != null) {
      sum.zero();
    }
  }

  /** The sums of a window that is not full after a number of batches. */
  Optional<TensorList> pending(long finishedBatches) {
    return finishedBatches % window == 0 ? Optional.empty() : Optional.of(sum);
  }

  /** Lets the sums lie in memory as the parameters do, which were moved. */
  void layOutAs(TensorList parameters) {
    if (sum != null) {
      sum.layOutAs(parameters);
    }
  }

  /** Goes on after a number of batches, as a resumed run does. */
  void resumeAt(long finishedBatches) {
    batches = finishedBatches;
  }

  @Override
  public void close() {
    if (sum != null) {
      trained.close();
      sum.close();
    }
  }
}
