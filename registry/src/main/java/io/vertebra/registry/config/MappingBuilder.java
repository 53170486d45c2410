package io.vertebra.registry.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the entries of one mapping as it stands in a file. */
final class MappingBuilder {
  private final Problems problems;
  private final Map<String, MappingNode.Entry> own = new LinkedHashMap<>();
  private final List<MappingNode> inherited = new ArrayList<>();
  private Origin inheritedAt;

  MappingBuilder(Problems problems) {
    this.problems = problems;
  }

  /** Adds an entry; one whose key is there already is a problem. */
  void add(MappingNode.Entry entry) {
    MappingNode.Entry first = own.putIfAbsent(entry.key(), entry);
    if (first != null) {
      twice(entry.key(), entry.keyOrigin(), first.keyOrigin());
    }
  }

  private void twice(String key, Origin origin, Origin first) {
    problems.add(
        origin,
        "the key `" + OneLine.shortened(key) + "` is here for the second time",
        "it is first written at " + first);
  }

  /**
   * Adds what {@code <<} brings: a mapping, or a list of mappings of which the first counts most.
   */
  void inherit(Origin key, ConfigNode source) {
    if (inheritedAt != null) {
      twice("<<", key, inheritedAt);
    }
    inheritedAt = key;
    if (source instanceof MappingNode mapping) {
      inherited.add(mapping);
    } else if (source instanceof ListNode list
        && list.children().stream().allMatch(MappingNode.class::isInstance)) {
      list.children().forEach(element -> inherited.add((MappingNode) element));
    } else {
      problems.add(
          key,
          "`<<` takes a mapping or a list of mappings, not " + source.kind(),
          "try `<<: *name`");
    }
  }

  MappingNode build(NodeInfo info) {
    Map<String, MappingNode.Entry> all = new LinkedHashMap<>();
    for (MappingNode mapping : inherited) {
      mapping.entries().forEach(entry -> all.putIfAbsent(entry.key(), entry));
    }
    all.putAll(own);
    return new MappingNode(info, all.values());
  }
}
