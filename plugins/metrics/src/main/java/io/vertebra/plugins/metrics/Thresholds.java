package io.vertebra.plugins.metrics;

import io.vertebra.api.options.Shorthand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Scores that a prediction has to exceed, written as a number or a list of numbers; null in the
 * list is no threshold.
 *
 * @param values the thresholds, one at least
 */
public record Thresholds(List<Optional<Double>> values) {
  /** No threshold at all. */
  static final Thresholds NONE = new Thresholds(List.of(Optional.empty()));

  /** Makes a list that does not change. */
  public Thresholds {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("thrs is an empty list: give a number, or null for none");
    }
  }

  /**
   * Makes one threshold.
   *
   * @param only the score to exceed
   * @return the threshold
   */
  @Shorthand
  public static Thresholds of(double only) {
    return new Thresholds(List.of(Optional.of(only)));
  }

  /**
   * Makes several thresholds.
   *
   * @param values the scores to exceed
   * @return the thresholds
   */
  @Shorthand
  public static Thresholds of(List<Optional<Double>> values) {
    return new Thresholds(values);
  }

  /** What the name of a figure ends with that is given for several thresholds. */
  static String suffix(Optional<Double> threshold) {
    return threshold.map(value -> String.format(Locale.ROOT, "_thr-%.2f", value)).orElse("_no-thr");
  }

  /** Whether a score exceeds a threshold, which is rounded as the scores are. */
  static boolean exceeds(float score, Optional<Double> threshold) {
    return threshold.isEmpty() || score > threshold.get().floatValue();
  }
}
