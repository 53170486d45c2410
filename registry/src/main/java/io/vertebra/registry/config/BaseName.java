package io.vertebra.registry.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file that another one names as its base, and where it does so. */
record BaseName(Path file, Origin origin) {

  /** Returns the bases that the value of {@code _base_} names, a text or a list of texts. */
  static List<BaseName> all(ConfigNode value, Path namedIn, Problems problems) {
    List<ConfigNode> named = value instanceof ListNode list ? list.children() : List.of(value);
    List<BaseName> bases = new ArrayList<>();
    for (ConfigNode each : named) {
      if (each.toObject() instanceof String name && !name.isBlank()) {
        bases.add(new BaseName(resolved(name, namedIn, each.origin(), problems), each.origin()));
      } else {
        problems.add(
            each.origin(),
            "`_base_` names a file, and this is " + each,
            "write `_base_: file.yaml` or `_base_: [first.yaml, second.yaml]`");
      }
    }
    return bases;
  }

  private static Path resolved(String name, Path namedIn, Origin origin, Problems problems) {
    try {
      return namedIn.resolveSibling(name).normalize();
    } catch (InvalidPathException e) {
      throw problems.fatal(ConfigProblem.of(origin, "this is no name of a file: " + e.getReason()));
    }
  }
}
