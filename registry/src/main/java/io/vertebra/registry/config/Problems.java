package io.vertebra.registry.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers problems, so that a person sees all of them at once. */
final class Problems {
  private static final int MOST = 100;

  private final Set<ConfigProblem> found = new LinkedHashSet<>();

  /** Adds a problem; when there are very many, throws them at once. */
  void add(ConfigProblem problem) {
    found.add(problem);
    if (found.size() >= MOST) {
      throwIfAny();
    }
  }

  void add(Origin origin, String message, String hint) {
    add(ConfigProblem.of(origin, message, hint));
  }

  /** Returns what to throw for a problem after which nothing can go on. */
  ConfigException fatal(ConfigProblem problem) {
    found.add(problem);
    return new ConfigException(List.copyOf(found));
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigException(List.copyOf(found));
    }
  }
}
