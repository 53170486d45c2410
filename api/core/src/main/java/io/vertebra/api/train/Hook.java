package io.vertebra.api.train;

import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.List;
import java.util.Map;

/**
 * An action at stages of a run. The stages are MMEngine's, in its order; a hook overrides those
 * that it acts at. All are called by the thread of the run.
 */
@ExtensionPoint(value = Kind.HOOK, common = HookSettings.class)
public interface Hook {
  /**
   * When this hook runs among the hooks of a stage, unless the config says otherwise by {@link
   * HookSettings#priority}.
   *
   * @return 0 to 100, smaller is earlier; see {@link Priority}
   */
  default int priority() {
    return Priority.NORMAL.value();
  }

  /**
   * The figures of a validation that this hook cannot do without.
   *
   * @return their full names, such as {@code accuracy/top1}; none by default
   */
  default List<String> monitors() {
    return List.of();
  }

  /**
   * What a resumed run needs of this hook.
   *
   * @return names to numbers, texts, booleans, or lists and maps of these; empty by default
   */
  default Map<String, Object> state() {
    return Map.of();
  }

  /**
   * Takes back what {@link #state()} gave, before the run goes on.
   *
   * @param state the state of the saved run; numbers may come back as doubles
   */
  default void restore(Map<String, Object> state) {}

  /**
   * Acts before anything of a run.
   *
   * @param run the run
   */
  default void beforeRun(Run run) {}

  /**
   * Acts after a checkpoint was read that training starts or goes on from, before the counters of
   * the run are those of the checkpoint.
   *
   * @param run the run
   */
  default void afterLoadCheckpoint(Run run) {}

  /**
   * Acts before the first epoch.
   *
   * @param run the run
   */
  default void beforeTrain(Run run) {}

  /**
   * Acts before each epoch of training.
   *
   * @param run the run
   */
  default void beforeTrainEpoch(Run run) {}

  /**
   * Acts before each iteration of training.
   *
   * @param run the run
   */
  default void beforeTrainIter(Run run) {}

  /**
   * Acts after each iteration of training, before the iteration counter rises.
   *
   * @param run the run
   */
  default void afterTrainIter(Run run) {}

  /**
   * Acts after each epoch of training, before the epoch counter rises.
   *
   * @param run the run
   */
  default void afterTrainEpoch(Run run) {}

  /**
   * Acts before a validation.
   *
   * @param run the run
   */
  default void beforeVal(Run run) {}

  /**
   * Acts before the pass of a validation.
   *
   * @param run the run
   */
  default void beforeValEpoch(Run run) {}

  /**
   * Acts before each batch of a validation.
   *
   * @param run the run
   */
  default void beforeValIter(Run run) {}

  /**
   * Acts after each batch of a validation.
   *
   * @param run the run
   */
  default void afterValIter(Run run) {}

  /**
   * Acts after the pass of a validation.
   *
   * @param run the run
   * @param metrics the figures of the pass, by their full names
   */
  default void afterValEpoch(Run run, Map<String, Double> metrics) {}

  /**
   * Acts after a validation.
   *
   * @param run the run
   */
  default void afterVal(Run run) {}

  /**
   * Acts before a checkpoint is written.
   *
   * @param run the run
   */
  default void beforeSaveCheckpoint(Run run) {}

  /**
   * Acts after the last epoch.
   *
   * @param run the run
   */
  default void afterTrain(Run run) {}

  /**
   * Acts before a test.
   *
   * @param run the run
   */
  default void beforeTest(Run run) {}

  /**
   * Acts before the pass of a test.
   *
   * @param run the run
   */
  default void beforeTestEpoch(Run run) {}

  /**
   * Acts before each batch of a test.
   *
   * @param run the run
   */
  default void beforeTestIter(Run run) {}

  /**
   * Acts after each batch of a test.
   *
   * @param run the run
   */
  default void afterTestIter(Run run) {}

  /**
   * Acts after the pass of a test.
   *
   * @param run the run
   * @param metrics the figures of the pass, by their full names
   */
  default void afterTestEpoch(Run run, Map<String, Double> metrics) {}

  /**
   * Acts after a test.
   *
   * @param run the run
   */
  default void afterTest(Run run) {}

  /**
   * Acts after everything of a run.
   *
   * @param run the run
   */
  default void afterRun(Run run) {}
}
