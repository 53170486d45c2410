package io.vertebra.registry.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Finds the element of a list that a patch means, by index or by type. */
final class ElementSelector {
  private final ConfigPath path;
  private final ListNode list;
  private final Problems problems;
  private final Map<String, List<Integer>> byType = new LinkedHashMap<>();

  ElementSelector(ConfigPath path, ListNode list, Problems problems) {
    this.path = path;
    this.list = list;
    this.problems = problems;
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).child("type").orElse(null) instanceof ScalarNode type) {
        byType.computeIfAbsent(type.text(), name -> new ArrayList<>()).add(i);
      }
    }
  }

  /** Returns the index that digits or a type stand for; if there is not exactly one, a problem. */
  OptionalInt index(String selector, Origin origin) {
    OptionalInt index = ListNode.index(selector);
    if (index.isPresent() && index.getAsInt() >= list.size()) {
      problems.add(outOfRange(path, list, selector, origin));
      return OptionalInt.empty();
    }
    return index.isPresent() ? index : byType(selector, origin);
  }

  private OptionalInt byType(String type, Origin origin) {
    List<Integer> found = byType.getOrDefault(type, List.of());
    if (found.size() == 1) {
      return OptionalInt.of(found.get(0));
    }
    String types = OneLine.shortened("types are " + String.join(", ", byType.keySet()));
    String none = byType.isEmpty() ? "no element has a type; select by index" : types;
    problems.add(
        origin,
        found.isEmpty()
            ? "no element of `" + path + "` (" + list.origin() + ") has type `" + type + "`"
            : "several elements of `" + path + "` have type `" + type + "`: " + found,
        found.isEmpty()
            ? NearNames.question(type, byType.keySet()).orElse(none)
            : "select by index: " + found.get(0));
    return OptionalInt.empty();
  }

  static ConfigProblem outOfRange(ConfigPath path, ListNode list, String index, Origin origin) {
    String allowed =
        list.size() == 0 ? "the list is empty" : "indices are 0 to " + (list.size() - 1);
    return ConfigProblem.of(
        origin,
        String.format(
            "there is no element %s in `%s`, which has %d elements (%s)",
            index, path, list.size(), list.origin()),
        allowed + "; to append write `" + path + "._append_=...`");
  }
}
