package io.vertebra.cli;

import io.vertebra.api.data.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Words what is known of samples, for people.
 *
 * @param classes the names of classes, by label
 * @param taskClasses the names of the classes of tasks, as far as they are known
 */
record TargetText(List<String> classes, Map<String, List<String>> taskClasses) {
  /** Names the classes of a target: {@code cat}, {@code cat, dog} or {@code kind: cat}. */
  String of(Target target) {
    if (target instanceof Target.Tasks tasks) {
      return tasks.targets().entrySet().stream()
          .map(task -> task.getKey() + ": " + of(task.getKey(), task.getValue()))
          .collect(Collectors.joining("; "));
    }
    return names(classes, target);
  }

  private String of(String task, Target target) {
    return names(taskClasses.getOrDefault(task, List.of()), target);
  }

  private static String names(List<String> classes, Target target) {
    if (target instanceof Target.Unknown) {
      return "no label";
    }
    String names =
        target.labels().stream()
            .map(label -> ClassNames.of(classes, label))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "no class" : names;
  }
}
