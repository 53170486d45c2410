package io.vertebra.registry.config;

/** How large a config may be; far above what anyone writes, far below what harms the process. */
final class Limits {
  /** Nodes of a tree with its aliases and references written out; 64 characters count as a node. */
  static final long MAX_WEIGHT = 250_000;

  /** Levels of mappings and lists in each other. */
  static final int MAX_DEPTH = 100;

  /** Characters of one file. */
  static final int MAX_TEXT = 8_000_000;

  /** Files that a config may be made of. */
  static final int MAX_FILES = 1_000;

  /** Files from a config to its furthest base. */
  static final int MAX_CHAIN = 100;

  private Limits() {}
}
