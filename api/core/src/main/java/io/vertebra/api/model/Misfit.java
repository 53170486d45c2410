package io.vertebra.api.model;

import static java.util.Objects.requireNonNull;

/**
 * An option that does not fit another one.
 *
 * @param key where it stands below the options of who tells, with dots: {@code head.in_channels}
 * @param problem what is wrong with it, the rest of a sentence that begins with the key: {@code is
 *     512, but its features have 2048 channels}
 * @param hint what to do about it
 */
public record Misfit(String key, String problem, String hint) {
  /** Makes a misfit; no part may be null. */
  public Misfit {
    requireNonNull(key, "key is null");
    requireNonNull(problem, "problem is null");
    requireNonNull(hint, "hint is null");
  }
}
