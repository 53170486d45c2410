package io.vertebra.registry.bind;

import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.Origin;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What checks of a config found, in the order in which it was found. What an alias repeats is there
 * once.
 */
public final class Report {
  private record Finding(Origin origin, String message) {
    static Finding of(ConfigProblem problem) {
      return new Finding(problem.origin(), problem.message());
    }
  }

  private final Map<Finding, ConfigProblem> problems = new LinkedHashMap<>();
  private final Map<Finding, ConfigProblem> warnings = new LinkedHashMap<>();

  /** Makes a report that has found nothing. */
  public Report() {}

  /**
   * Adds something that is wrong.
   *
   * @param problem the problem
   */
  public void problem(ConfigProblem problem) {
    problems.putIfAbsent(Finding.of(problem), problem);
  }

  /**
   * Adds everything that is wrong.
   *
   * @param several the problems
   */
  public void problems(Collection<ConfigProblem> several) {
    several.forEach(this::problem);
  }

  /**
   * Adds something that works, but may not be what was meant or should be written otherwise.
   *
   * @param warning the warning
   */
  public void warning(ConfigProblem warning) {
    warnings.putIfAbsent(Finding.of(warning), warning);
  }

  Bound.Refused refuse(ConfigProblem problem) {
    problem(problem);
    return new Bound.Refused(problem);
  }

  /**
   * What is wrong.
   *
   * @return the problems; none where the config can be used
   */
  public List<ConfigProblem> problems() {
    return List.copyOf(problems.values());
  }

  /**
   * What works but is worth a word.
   *
   * @return the warnings
   */
  public List<ConfigProblem> warnings() {
    return List.copyOf(warnings.values());
  }

  /**
   * Ends the work with a config that cannot be used.
   *
   * @throws ConfigException with all problems, if there are any
   */
  public void throwIfProblems() {
    if (!problems.isEmpty()) {
      throw new ConfigException(problems());
    }
  }
}
