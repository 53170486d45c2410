package io.vertebra.api.model;

import static java.util.Objects.requireNonNull;

/**
 * How many classes an algorithm scores.
 *
 * @param count the number, 1 or more
 * @param key the option that says so, below the options of the algorithm and with dots: {@code
 *     head.num_classes}
 */
public record ClassCount(int count, String key) {
  /** Makes a count. */
  public ClassCount {
    requireNonNull(key, "key is null");
  }
}
