package io.vertebra.registry.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes a list by a mapping of operations. All of them select elements of the list as it was, so
 * their order among each other does not matter.
 */
final class ListPatch {
  private static final String APPEND = "_append_";
  private static final String PREPEND = "_prepend_";
  private static final String BEFORE = "_insert_before_";
  private static final String AFTER = "_insert_after_";
  private static final String REPLACE = "_replace_";
  private static final String REMOVE = "_remove_";
  private static final String MERGE = "_merge_";

  /** The keys that a patch is made of. */
  static final Set<String> OPERATIONS =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(List.of(APPEND, PREPEND, BEFORE, AFTER, REPLACE, REMOVE, MERGE)));

  private static final class Slot {
    private final List<ConfigNode> before = new ArrayList<>();
    private final List<ConfigNode> after = new ArrayList<>();
    private List<ConfigNode> itself;
    private Origin changedAt;

    private Slot(ConfigNode element) {
      itself = List.of(element);
    }
  }

  private final ConfigMerger merger;
  private final Problems problems;
  private final ConfigPath path;
  private final ListNode list;
  private final ElementSelector selector;
  private final List<Slot> slots;
  private final List<ConfigNode> first = new ArrayList<>();
  private final List<ConfigNode> last = new ArrayList<>();

  ListPatch(ConfigMerger merger, Problems problems, ConfigPath path, ListNode list) {
    this.merger = merger;
    this.problems = problems;
    this.path = path;
    this.list = list;
    this.selector = new ElementSelector(path, list, problems);
    this.slots = list.children().stream().map(Slot::new).toList();
  }

  /** Tells whether a mapping is made of operations only. */
  static boolean isPatch(MappingNode mapping) {
    Set<String> keys = mapping.without(ConfigMerger.DELETE).keys();
    return !keys.isEmpty() && OPERATIONS.containsAll(keys);
  }

  /** Returns the list with all operations done. */
  ListNode apply(MappingNode patch) {
    patch.without(ConfigMerger.DELETE).entries().forEach(this::apply);
    List<ConfigNode> elements = new ArrayList<>(first);
    for (Slot slot : slots) {
      elements.addAll(slot.before);
      elements.addAll(slot.itself);
      elements.addAll(slot.after);
    }
    elements.addAll(last);
    return new ListNode(patch.info().over(list), elements);
  }

  private void apply(MappingNode.Entry operation) {
    switch (operation.key()) {
      case APPEND -> last.addAll(elements(operation.value()));
      case PREPEND -> first.addAll(elements(operation.value()));
      case REMOVE -> remove(operation.value());
      default -> applyToSelected(operation);
    }
  }

  private void applyToSelected(MappingNode.Entry operation) {
    if (!(operation.value() instanceof MappingNode selected)) {
      problems.add(
          operation.value().origin(),
          "`"
              + operation.key()
              + "` takes a mapping from elements, not "
              + operation.value().kind(),
          "write `" + operation.key() + ": {Resize: ...}` or `" + operation.key() + ": {0: ...}`");
      return;
    }
    for (MappingNode.Entry entry : selected.entries()) {
      selector
          .index(entry.key(), entry.keyOrigin())
          .ifPresent(index -> applyAt(operation.key(), index, entry));
    }
  }

  private void applyAt(String operation, int index, MappingNode.Entry entry) {
    Slot slot = slots.get(index);
    ConfigNode value = entry.value();
    switch (operation) {
      case BEFORE -> slot.before.addAll(elements(value));
      case AFTER -> slot.after.addAll(elements(value));
      case REPLACE -> change(slot, entry.keyOrigin(), elements(value));
      default -> {
        ConfigNode merged = merger.merge(path.child(index), list.get(index), value);
        change(slot, entry.keyOrigin(), List.of(merged));
      }
    }
  }

  private void remove(ConfigNode value) {
    List<ConfigNode> selected = value instanceof ListNode many ? many.children() : List.of(value);
    for (ConfigNode each : selected) {
      if (each instanceof ScalarNode scalar) {
        selector
            .index(scalar.text(), scalar.origin())
            .ifPresent(index -> change(slots.get(index), scalar.origin(), List.of()));
      } else {
        problems.add(
            each.origin(),
            "`_remove_` takes types and indices of elements, not " + each.kind(),
            "write `_remove_: Flip`, `_remove_: 0` or `_remove_: [Flip, 0]`");
      }
    }
  }

  private void change(Slot slot, Origin origin, List<ConfigNode> now) {
    if (slot.changedAt != null) {
      problems.add(
          origin,
          "an element of `" + path + "` is changed for the second time",
          "it is first changed at " + slot.changedAt);
    }
    slot.changedAt = origin;
    slot.itself = now;
  }

  // A list stands for several elements, anything else for one.
  private List<ConfigNode> elements(ConfigNode value) {
    List<ConfigNode> many = value instanceof ListNode several ? several.children() : List.of(value);
    return many.stream().map(element -> merger.clean(path, element)).toList();
  }
}
