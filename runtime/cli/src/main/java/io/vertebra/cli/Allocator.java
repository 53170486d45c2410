package io.vertebra.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which allocator native memory comes from, and what it was told at its start. */
final class Allocator {
  private static final String PRELOADED = "LD_PRELOAD";
  private static final List<String> OTHERS = List.of("jemalloc", "tcmalloc", "mimalloc");
  private static final List<String> VARIABLES =
      List.of(
          "MALLOC_CONF", "MALLOC_ARENA_MAX", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_");

  private Allocator() {}

  /** Names the allocator and its variables in an environment. */
  static String describe(Map<String, String> environment) {
    String preloaded = environment.getOrDefault(PRELOADED, "");
    String name =
        OTHERS.stream()
            .filter(preloaded::contains)
            .findFirst()
            .map(other -> other + ", preloaded")
            .orElse("of the system");
    String settings =
        VARIABLES.stream()
            .filter(environment::containsKey)
            .map(variable -> variable + "=" + environment.get(variable))
            .collect(Collectors.joining(" "));
    return Stream.of(name, settings)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
