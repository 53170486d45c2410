package io.vertebra.registry.config;

import static java.util.Objects.requireNonNull;

/**
 * What stood at a place of a config before something else was written over it.
 *
 * @param origin where it was written
 * @param value the value on one line, shortened
 */
public record HistoryEntry(Origin origin, String value) {
  /** Creates an entry; neither part may be null. */
  public HistoryEntry {
    requireNonNull(origin, "origin is null");
    requireNonNull(value, "value is null");
  }
}
