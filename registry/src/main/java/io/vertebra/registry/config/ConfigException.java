package io.vertebra.registry.config;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a config that cannot be used; holds everything that was found wrong with it. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigProblem> problems;

  /**
   * Creates an exception whose message prints all problems.
   *
   * @param problems at least one problem
   * @throws IllegalArgumentException if there is none
   */
  public ConfigException(List<ConfigProblem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** Returns the problems in the order in which they were found. */
  public List<ConfigProblem> problems() {
    return problems;
  }

  private static String message(List<ConfigProblem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("problems is empty");
    }
    return problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n"));
  }
}
