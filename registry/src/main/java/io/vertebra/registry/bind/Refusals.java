package io.vertebra.registry.bind;

import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigProblem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Builds several values, so that all refusals among them are known at once. */
final class Refusals {
  private final Set<ConfigProblem> problems = new LinkedHashSet<>();
  private ConfigException first;

  /** Builds a value, or takes note of why it cannot be built and returns null. */
  Object attempt(Supplier<Object> value) {
    try {
      return value.get();
    } catch (ConfigException e) {
      first = first == null ? e : first;
      problems.addAll(e.problems());
      return null;
    }
  }

  /** Refuses all if one was refused; a single refusal keeps its cause. */
  void throwIfAny() {
    if (first != null) {
      throw problems.size() == first.problems().size()
          ? first
          : new ConfigException(List.copyOf(problems));
    }
  }
}
