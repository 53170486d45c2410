package io.vertebra.plugins.hooks;

import java.util.List;
import java.util.Locale;

/** Which of two figures is the better one. */
public enum ComparisonRule {
  /** The greater one, as of an accuracy. */
  GREATER,
  /** The smaller one, as of a loss. */
  LESS;

  /** Parts of names that MMEngine's CheckpointHook takes for a figure to be raised. */
  private static final List<String> RAISED =
      List.of("acc", "top", "ar@", "auc", "precision", "map", "mdice", "miou", "macc", "aacc");

  private static final String LOWERED = "loss";

  /**
   * Finds the rule by the name of a metric, as MMEngine does: by the whole name first, then by a
   * part of it, whatever its case.
   *
   * @param metric the full name
   * @return the rule
   * @throws IllegalArgumentException if the name does not tell
   */
  static ComparisonRule infer(String metric) {
    String name = metric.toLowerCase(Locale.ROOT);
    if (!name.equals(LOWERED) && RAISED.stream().anyMatch(name::contains)) {
      return GREATER;
    }
    if (name.contains(LOWERED)) {
      return LESS;
    }
    throw new IllegalArgumentException(
        "the name '%s' does not tell whether a greater or a smaller figure is better: set rule to"
                .formatted(metric)
            + " greater or less");
  }

  boolean isBetter(double figure, double than) {
    return this == GREATER ? figure > than : figure < than;
  }

  /** A figure that is worse by an amount, or better by one below 0. */
  double worsen(double figure, double amount) {
    return this == GREATER ? figure - amount : figure + amount;
  }

  /** What every figure is better than. */
  double worst() {
    return this == GREATER ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }
}
