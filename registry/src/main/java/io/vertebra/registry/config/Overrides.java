package io.vertebra.registry.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Applies {@code key=value} texts. The value is merged over what stands at the key, as a file's
 * value is over its base's; keys on the way are created where they are missing, list elements are
 * not.
 */
final class Overrides {
  private record Setting(List<String> path, ConfigNode value, Origin origin) {}

  private final Problems problems;
  private final ConfigMerger merger;

  Overrides(Problems problems) {
    this.problems = problems;
    this.merger = new ConfigMerger(problems);
  }

  MappingNode apply(MappingNode config, String option) {
    Origin origin = Origin.override(option);
    int equals = PathParser.equalsSign(option);
    Optional<ConfigPath> path = path(option, equals, origin);
    if (path.isEmpty()) {
      return config;
    }
    ConfigNode value = OverrideValue.read(option.substring(equals + 1), origin, problems);
    Setting setting = new Setting(path.get().segments(), value, origin);
    return (MappingNode) set(config, ConfigPath.ROOT, setting, 0);
  }

  private Optional<ConfigPath> path(String option, int equals, Origin origin) {
    if (equals <= 0) {
      problems.add(
          origin,
          "`" + OneLine.shortened(option) + "` is no override",
          "write `key.sub.0.name=value`");
      return Optional.empty();
    }
    try {
      ConfigPath path = ConfigPath.parse(option.substring(0, equals));
      checkPath(path.segments(), origin);
      return path.segments().size() <= Limits.MAX_DEPTH ? Optional.of(path) : Optional.empty();
    } catch (IllegalArgumentException e) {
      problems.add(ConfigProblem.of(origin, e.getMessage()));
      return Optional.empty();
    }
  }

  private void checkPath(List<String> segments, Origin origin) {
    if (segments.size() > Limits.MAX_DEPTH) {
      problems.add(ConfigProblem.of(origin, "more than " + Limits.MAX_DEPTH + " keys in a path"));
    } else if (segments.get(0).equals(SourceTree.BASE)) {
      problems.add(
          origin,
          "a config inherits in its file, not by an override",
          "write `_base_` into a file");
    }
  }

  private ConfigNode set(ConfigNode node, ConfigPath at, Setting setting, int depth) {
    if (depth == setting.path().size()) {
      return merger.merge(at, node, setting.value());
    }
    String segment = setting.path().get(depth);
    if (segment.equals(ConfigMerger.DELETE) || ListPatch.OPERATIONS.contains(segment)) {
      return merger.merge(at, node, nested(setting, depth));
    }
    if (node instanceof MappingNode mapping) {
      return setKey(mapping, at, setting, depth);
    }
    if (node instanceof ListNode list) {
      return setElement(list, at, setting, depth);
    }
    if (((ScalarNode) node).isNull()) {
      return merger.merge(at, node, nested(setting, depth));
    }
    problems.add(
        setting.origin(),
        "`" + at + "` is " + node + " (" + node.origin() + "), so it has no `" + segment + "`",
        "set `" + at + "` itself, or check the key");
    return node;
  }

  private ConfigNode setKey(MappingNode mapping, ConfigPath at, Setting setting, int depth) {
    String key = setting.path().get(depth);
    ConfigPath child = at.child(key);
    Optional<MappingNode.Entry> entry = mapping.entry(key);
    if (entry.isPresent()) {
      ConfigNode value = set(entry.get().value(), child, setting, depth + 1);
      return mapping.put(entry.get().withValue(value));
    }
    ConfigNode value = merger.clean(child, nested(setting, depth + 1));
    return mapping.put(new MappingNode.Entry(key, setting.origin(), value));
  }

  private ConfigNode setElement(ListNode list, ConfigPath at, Setting setting, int depth) {
    String segment = setting.path().get(depth);
    OptionalInt index = ListNode.index(segment);
    if (index.isEmpty()) {
      problems.add(
          setting.origin(),
          "`" + at + "` is a list (" + list.origin() + "), so it has no `" + segment + "`",
          "select an element by its index from 0, or by its type: `"
              + at
              + "._merge_.Type.key=value`");
      return list;
    }
    if (index.getAsInt() >= list.size()) {
      problems.add(ElementSelector.outOfRange(at, list, segment, setting.origin()));
      return list;
    }
    int i = index.getAsInt();
    return list.put(i, set(list.get(i), at.child(i), setting, depth + 1));
  }

  /** Returns the value inside of mappings for the keys from {@code depth} on. */
  private static ConfigNode nested(Setting setting, int depth) {
    ConfigNode node = setting.value();
    for (int i = setting.path().size() - 1; i >= depth; i--) {
      MappingNode.Entry entry =
          new MappingNode.Entry(setting.path().get(i), setting.origin(), node);
      node = new MappingNode(NodeInfo.at(setting.origin()), List.of(entry));
    }
    return node;
  }
}
