package io.vertebra.registry.config;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** What every node knows of itself beside its value. */
record NodeInfo(Origin origin, ConfigPath path, List<HistoryEntry> history) {
  NodeInfo {
    requireNonNull(origin, "origin is null");
    requireNonNull(path, "path is null");
    history = List.copyOf(history);
  }

  static NodeInfo at(Origin origin) {
    return new NodeInfo(origin, ConfigPath.ROOT, List.of());
  }

  NodeInfo withPath(ConfigPath newPath) {
    return new NodeInfo(origin, newPath, history);
  }

  /** Returns this with what it was written over, and what that had been written over before. */
  NodeInfo over(ConfigNode earlier) {
    List<HistoryEntry> all = new ArrayList<>(history);
    all.add(new HistoryEntry(earlier.origin(), earlier.toString()));
    all.addAll(earlier.history());
    return new NodeInfo(origin, path, all);
  }
}
