package io.vertebra.registry.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A part of a config: a mapping, a list or a scalar, with its place in the tree, the place in the
 * files where it was written, and what it was written over. Nodes are immutable and may be shared
 * between threads.
 */
public abstract sealed class ConfigNode permits MappingNode, ListNode, ScalarNode {
  private final NodeInfo info;

  ConfigNode(NodeInfo info) {
    this.info = requireNonNull(info, "info is null");
  }

  /**
   * Returns where this was written. A mapping that several files add to has the origin of the last.
   */
  public final Origin origin() {
    return info.origin();
  }

  /** Returns the place of this node in the config that was loaded. */
  public final ConfigPath path() {
    return info.path();
  }

  /** Returns what this was written over, merged into or copied from, newest first. */
  public final List<HistoryEntry> history() {
    return info.history();
  }

  /** Returns the parts of this, in order; a scalar has none. */
  public abstract List<ConfigNode> children();

  /** Returns the part of a key or of an index in decimal digits, or nothing if there is none. */
  public abstract Optional<ConfigNode> child(String segment);

  /**
   * Returns the node at a path below this one, such as {@code model.head.loss} or {@code
   * pipeline.0.type}, or nothing if there is none.
   *
   * @throws IllegalArgumentException if the text is not a path, see {@link ConfigPath#parse}
   */
  public final Optional<ConfigNode> find(String path) {
    return find(ConfigPath.parse(path));
  }

  /** Returns the node at a path below this one, or nothing if there is none. */
  public final Optional<ConfigNode> find(ConfigPath path) {
    Optional<ConfigNode> found = Optional.of(this);
    for (String segment : path.segments()) {
      found = found.flatMap(node -> node.child(segment));
    }
    return found;
  }

  /** Returns what this is, for messages: {@code a mapping}, {@code a list}, {@code a number}. */
  public abstract String kind();

  /**
   * Returns the value as {@code Map<String, Object>} in order, {@code List<Object>}, or the value
   * of a scalar, which may be null. Maps and lists cannot be changed.
   */
  public abstract Object toObject();

  /** Returns the value on one line, shortened, for messages. */
  @Override
  public final String toString() {
    return OneLine.of(this);
  }

  final NodeInfo info() {
    return info;
  }

  /** Returns this value with other information. */
  abstract ConfigNode with(NodeInfo newInfo);

  /** Returns this tree with every node knowing its place, this one being at {@code path}. */
  abstract ConfigNode at(ConfigPath path);

  /** Returns what the tree costs when written out: one per node, and more for long texts. */
  abstract long weight();

  /** Returns the number of levels, 1 for a scalar or an empty collection. */
  abstract int height();

  static long totalWeight(List<ConfigNode> nodes) {
    long sum = 1;
    for (ConfigNode node : nodes) {
      sum = Math.min(Limits.MAX_WEIGHT * 2, sum + node.weight());
    }
    return sum;
  }

  static int levels(List<ConfigNode> nodes) {
    int highest = 0;
    for (ConfigNode node : nodes) {
      highest = Math.max(highest, node.height());
    }
    return highest + 1;
  }
}
