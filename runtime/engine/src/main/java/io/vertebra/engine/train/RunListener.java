package io.vertebra.engine.train;

import io.vertebra.api.train.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Is told how a run goes on, by the thread of the run. */
public interface RunListener {
  /**
   * Training begins.
   *
   * @param start what is trained, and where
   */
  default void started(RunStart start) {}

  /**
   * The first iteration comes next: of a new run, or where a run goes on.
   *
   * @param progress where training stands
   */
  default void begins(Progress progress) {}

  /**
   * Something about the run that a person should know.
   *
   * @param line one line
   */
  default void noted(String line) {}

  /**
   * An iteration of training ended.
   *
   * @param progress where training stands
   * @param scalars the scalars of the iteration
   */
  default void iteration(Progress progress, Map<String, Double> scalars) {}

  /**
   * A hook logs an iteration of training.
   *
   * @param progress where training stands
   * @param scalars what it logs
   */
  default void logged(Progress progress, Map<String, Double> scalars) {}

  /**
   * A validation or test ended.
   *
   * @param progress where training stands
   * @param metrics the figures, by full name
   */
  default void evaluated(Progress progress, Map<String, Double> metrics) {}

  /**
   * A checkpoint was written.
   *
   * @param file the file
   */
  default void saved(Path file) {}

  /**
   * Images were left out because they cannot be read.
   *
   * @param reasons for each one sentence that names it and says why
   */
  default void skipped(List<String> reasons) {}

  /**
   * Training ends before its last epoch.
   *
   * @param reason why
   */
  default void stopped(String reason) {}
}
