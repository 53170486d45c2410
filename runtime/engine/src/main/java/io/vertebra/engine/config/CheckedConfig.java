package io.vertebra.engine.config;

import static java.util.Objects.requireNonNull;

import io.vertebra.registry.bind.Bound;
import io.vertebra.registry.bind.Report;

/**
 * A config that was checked.
 *
 * @param bound what was found right
 * @param report what was found wrong, and what works but is worth a word
 */
public record CheckedConfig(Bound.Section bound, Report report) {
  /** Makes a checked config; no part may be null. */
  public CheckedConfig {
    requireNonNull(bound, "bound is null");
    requireNonNull(report, "report is null");
  }
}
