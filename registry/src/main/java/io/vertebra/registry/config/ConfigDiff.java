package io.vertebra.registry.config;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Compares two trees by their values. Numbers are equal if their values are: 1 and 1.0. */
public final class ConfigDiff {
  /**
   * A place at which two trees differ.
   *
   * @param path the place
   * @param left what the first tree has there, or nothing
   * @param right what the second tree has there, or nothing
   */
  public record Difference(ConfigPath path, Optional<ConfigNode> left, Optional<ConfigNode> right) {
    /** Creates a difference; no part may be null. */
    public Difference {
      requireNonNull(path, "path is null");
      requireNonNull(left, "left is null");
      requireNonNull(right, "right is null");
    }

    /** Returns the path and both values on one line, for example {@code lr: 0.1 -> 0.2}. */
    @Override
    public String toString() {
      return path + ": " + shown(left) + " -> " + shown(right);
    }

    private static String shown(Optional<ConfigNode> node) {
      return node.map(ConfigNode::toString).orElse("(none)");
    }
  }

  private final List<Difference> differences = new ArrayList<>();

  private ConfigDiff() {}

  /**
   * Returns the deepest places at which two trees differ, in the order of the first tree. Elements
   * of lists are compared index by index.
   */
  public static List<Difference> of(ConfigNode left, ConfigNode right) {
    ConfigDiff diff = new ConfigDiff();
    diff.compare(ConfigPath.ROOT, Optional.of(left), Optional.of(right));
    return List.copyOf(diff.differences);
  }

  private void compare(ConfigPath path, Optional<ConfigNode> left, Optional<ConfigNode> right) {
    if (left.isPresent() && right.isPresent() && sameCollection(left.get(), right.get())) {
      for (String segment : segments(left.get(), right.get())) {
        compare(path.child(segment), left.get().child(segment), right.get().child(segment));
      }
    } else if (left.isEmpty() || right.isEmpty() || !sameScalar(left.get(), right.get())) {
      differences.add(new Difference(path, left, right));
    }
  }

  private static boolean sameCollection(ConfigNode left, ConfigNode right) {
    return !(left instanceof ScalarNode) && left.getClass() == right.getClass();
  }

  private static Set<String> segments(ConfigNode left, ConfigNode right) {
    Set<String> segments = new LinkedHashSet<>();
    for (ConfigNode node : List.of(left, right)) {
      if (node instanceof MappingNode mapping) {
        segments.addAll(mapping.keys());
      } else {
        for (int i = 0; i < node.children().size(); i++) {
          segments.add(Integer.toString(i));
        }
      }
    }
    return segments;
  }

  private static boolean sameScalar(ConfigNode left, ConfigNode right) {
    return left instanceof ScalarNode a
        && right instanceof ScalarNode b
        && (Objects.equals(a.value(), b.value()) || sameNumber(a.value(), b.value()));
  }

  // A whole number and a fraction; two whole numbers have been compared exactly.
  private static boolean sameNumber(Object left, Object right) {
    return left instanceof Number a
        && right instanceof Number b
        && (a instanceof Double || b instanceof Double)
        && a.doubleValue() == b.doubleValue();
  }
}
