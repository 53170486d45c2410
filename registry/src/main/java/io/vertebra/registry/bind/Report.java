package io.vertebra.registry.bind;

import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.Origin;
import java.util.ArrayList;
import java.util.List;

/** What a check of a config found. */
final class Report {
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final List<ConfigProblem> warnings = new ArrayList<>();

  void problem(Origin origin, String message) {
    problems.add(ConfigProblem.of(origin, message));
  }

  void problem(Origin origin, String message, String hint) {
    problems.add(ConfigProblem.of(origin, message, hint));
  }

  void warning(Origin origin, String message) {
    warnings.add(ConfigProblem.of(origin, message));
  }

  List<ConfigProblem> warnings() {
    return List.copyOf(warnings);
  }

  void throwIfProblems() {
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }
}
