package io.vertebra.engine.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a checkpoint says beside its tensors.
 *
 * @param config the resolved config, as YAML
 * @param classes names of the classes, by label
 * @param taskClasses for networks of several tasks the names of the classes of each, as far as they
 *     are known
 * @param epoch finished epochs
 * @param iteration finished iterations
 * @param metrics the figures of the last validation before, by full name
 * @param training state of training: schedules, hooks, seed, versions
 */
public record CheckpointInfo(
    String config,
    List<String> classes,
    Map<String, List<String>> taskClasses,
    int epoch,
    long iteration,
    Map<String, Double> metrics,
    Map<String, Object> training) {
  /** Makes an info that does not change. */
  public CheckpointInfo {
    classes = List.copyOf(classes);
    // Files of earlier versions do not have it.
    taskClasses =
        taskClasses == null
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(taskClasses));
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /**
   * Makes the info of a network of one task.
   *
   * @param config the resolved config, as YAML
   * @param classes names of the classes, by label
   * @param epoch finished epochs
   * @param iteration finished iterations
   * @param metrics the figures of the last validation before, by full name
   * @param training state of training: schedules, hooks, seed, versions
   */
  public CheckpointInfo(
      String config,
      List<String> classes,
      int epoch,
      long iteration,
      Map<String, Double> metrics,
      Map<String, Object> training) {
    this(config, classes, Map.of(), epoch, iteration, metrics, training);
  }

  /** What is known of a file that Vertebra did not write. */
  static CheckpointInfo foreign(List<String> classes) {
    return new CheckpointInfo("", classes, 0, 0, Map.of(), Map.of());
  }

  /** The same without the state of training. */
  CheckpointInfo withoutTraining() {
    return new CheckpointInfo(config, classes, taskClasses, epoch, iteration, metrics, Map.of());
  }

  /**
   * Whether Vertebra wrote the file.
   *
   * @return false where there is no config inside
   */
  public boolean hasConfig() {
    return !config.isEmpty();
  }
}
