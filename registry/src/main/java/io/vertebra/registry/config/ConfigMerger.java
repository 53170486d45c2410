package io.vertebra.registry.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays one tree over another: mappings are merged key by key, everything else replaces what it
 * stands over. The lower tree holds no directives, and neither does the result.
 */
final class ConfigMerger {
  static final String DELETE = "_delete_";

  private final Problems problems;

  ConfigMerger(Problems problems) {
    this.problems = problems;
  }

  MappingNode merge(MappingNode base, MappingNode child) {
    return (MappingNode) merge(ConfigPath.ROOT, base, child);
  }

  ConfigNode merge(ConfigPath path, ConfigNode base, ConfigNode child) {
    if (!(child instanceof MappingNode mapping)) {
      return replaced(path, base, child);
    }
    boolean nothing = base instanceof ScalarNode scalar && scalar.isNull();
    if (nothing || deletes(mapping)) {
      return replaced(path, base, child);
    }
    if (base instanceof MappingNode below) {
      return merged(path, below, mapping.without(DELETE));
    }
    if (base instanceof ListNode list && ListPatch.isPatch(mapping)) {
      return new ListPatch(this, problems, path, list).apply(mapping);
    }
    problems.add(conflict(path, base, mapping));
    return base;
  }

  private ConfigNode replaced(ConfigPath path, ConfigNode base, ConfigNode child) {
    ConfigNode clean = clean(path, child);
    return clean.with(clean.info().over(base));
  }

  private MappingNode merged(ConfigPath path, MappingNode base, MappingNode child) {
    checkNoPatch(path, child, "there is a mapping at " + base.origin());
    List<MappingNode.Entry> entries = new ArrayList<>(base.entries());
    for (MappingNode.Entry entry : child.entries()) {
      ConfigPath at = path.child(entry.key());
      Optional<ConfigNode> below = base.get(entry.key());
      ConfigNode value =
          below
              .map(node -> merge(at, node, entry.value()))
              .orElseGet(() -> clean(at, entry.value()));
      entries.add(entry.withValue(value));
    }
    return new MappingNode(child.info().over(base), entries);
  }

  /** Returns a tree that stands over nothing, without its directives; itself if it has none. */
  ConfigNode clean(ConfigPath path, ConfigNode node) {
    if (node instanceof MappingNode mapping) {
      return clean(path, mapping);
    }
    if (node instanceof ListNode list) {
      return clean(path, list);
    }
    return node;
  }

  private ListNode clean(ConfigPath path, ListNode list) {
    List<ConfigNode> elements = new ArrayList<>();
    boolean changed = false;
    for (ConfigNode element : list.children()) {
      ConfigNode clean = clean(path.child(elements.size()), element);
      changed |= clean != element;
      elements.add(clean);
    }
    return changed ? new ListNode(list.info(), elements) : list;
  }

  private MappingNode clean(ConfigPath path, MappingNode mapping) {
    checkDelete(mapping);
    checkNoPatch(path, mapping, "there is nothing there");
    boolean changed = mapping.has(DELETE);
    List<MappingNode.Entry> entries = new ArrayList<>();
    for (MappingNode.Entry entry : mapping.without(DELETE).entries()) {
      ConfigNode clean = clean(path.child(entry.key()), entry.value());
      changed |= clean != entry.value();
      entries.add(entry.withValue(clean));
    }
    return changed ? new MappingNode(mapping.info(), entries) : mapping;
  }

  private void checkNoPatch(ConfigPath path, MappingNode mapping, String instead) {
    for (MappingNode.Entry entry : mapping.entries()) {
      if (ListPatch.OPERATIONS.contains(entry.key())) {
        String place = path.isRoot() ? "the top level" : "`" + path + "`";
        problems.add(
            entry.keyOrigin(),
            "`" + entry.key() + "` changes a list, and " + place + " inherits none",
            instead + "; write the list itself, or check the key that holds it");
      }
    }
  }

  private boolean deletes(MappingNode mapping) {
    checkDelete(mapping);
    return mapping.get(DELETE).map(ConfigNode::toObject).filter(Boolean.TRUE::equals).isPresent();
  }

  private void checkDelete(MappingNode mapping) {
    mapping
        .get(DELETE)
        .filter(value -> !(value.toObject() instanceof Boolean))
        .ifPresent(
            value ->
                problems.add(
                    value.origin(),
                    "`_delete_` is " + value,
                    "true to start from nothing, false or no `_delete_` to merge"));
  }

  private static ConfigProblem conflict(ConfigPath path, ConfigNode base, MappingNode child) {
    String message =
        String.format(
            "`%s` is a mapping here, %s, but %s in what it inherits from: %s at %s",
            path, child, base.kind(), base, base.origin());
    String replace = "write `_delete_: true` into the mapping to replace " + base.kind();
    String patch = ", or change the list with " + String.join(", ", ListPatch.OPERATIONS);
    return ConfigProblem.of(
        child.origin(), message, base instanceof ListNode ? replace + patch : replace);
  }
}
