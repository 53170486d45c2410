package io.vertebra.registry.config;

/**
 * Refuses trees that are out of bounds, as aliases and references can make them out of few lines.
 */
final class Sizes {
  private Sizes() {}

  static <T extends ConfigNode> T checked(T node, Problems problems) {
    return checked(node, node.weight(), problems);
  }

  /** Returns the node if neither it nor the number of all nodes so far is out of bounds. */
  static <T extends ConfigNode> T checked(T node, long total, Problems problems) {
    if (Math.max(total, node.weight()) > Limits.MAX_WEIGHT) {
      throw problems.fatal(
          ConfigProblem.of(
              node.origin(),
              "with its aliases and references written out, this has more than "
                  + Limits.MAX_WEIGHT
                  + " values",
              "put long lists into a file of their own that a type reads"));
    }
    if (node.height() > Limits.MAX_DEPTH) {
      throw problems.fatal(
          ConfigProblem.of(
              node.origin(),
              "more than " + Limits.MAX_DEPTH + " mappings and lists in each other"));
    }
    return node;
  }
}
