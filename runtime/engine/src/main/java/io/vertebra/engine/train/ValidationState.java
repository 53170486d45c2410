package io.vertebra.engine.train;

import io.vertebra.api.train.Progress;
import java.util.Map;
import java.util.Optional;

/** How the validations of a run stand: whether one is due, is going on or has been, and figures. */
final class ValidationState {
  private Map<String, Double> figures = Map.of();
  private Optional<EvaluatedBatch> batch = Optional.empty();
  private boolean running;
  private boolean missing;
  private boolean done;

  /**
   * Goes on where another run was.
   *
   * @param last the figures of its last validation
   * @param hasBeen whether the validation that may be due at its position has been
   */
  void resume(Map<String, Double> last, boolean hasBeen) {
    figures = last;
    done = hasBeen;
    missing = !hasBeen;
  }

  void begin() {
    running = true;
  }

  /** Says which batch is scored, until it is said to be none. */
  void evaluate(Optional<EvaluatedBatch> next) {
    batch = next;
  }

  void figures(Map<String, Double> found) {
    figures = found;
  }

  void end() {
    running = false;
    missing = false;
    done = true;
  }

  void endIteration() {
    missing = false;
    done = false;
  }

  /** The figures of the last validation, by full name. */
  Map<String, Double> figures() {
    return figures;
  }

  /** Whether one is going on. */
  boolean running() {
    return running;
  }

  /** Whether the run begins with the validation that may be due where it stands. */
  boolean missing() {
    return missing;
  }

  /** Whether there has been one since the last iteration. */
  boolean done() {
    return done;
  }

  /** Where training stands, with the batch of the validation that is scored. */
  Progress in(Progress training) {
    return batch.map(each -> each.in(training)).orElse(training);
  }
}
