package io.vertebra.plugins.metrics;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Map;

/**
 * The mean of the recalls of all classes that have samples, 0 to 1, {@code
 * sklearn.metrics.balanced_accuracy_score}.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "BalancedAccuracy",
    summary = "Mean recall of the classes that have samples")
public final class BalancedAccuracy extends SingleFigure {
  private static final String NAME = "balanced_accuracy";

  /**
   * Options of {@link BalancedAccuracy}.
   *
   * @param prefix what the names of the figures begin with
   */
  public record Options(
      @Doc("what the names of the figures begin with") @Default("single-label") String prefix) {}

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public BalancedAccuracy(Options options) {
    super(options.prefix(), NAME);
  }

  @Override
  public Accumulator start() {
    return new ConfusionCounts() {
      @Override
      public Map<String, Double> compute() {
        return Map.of(NAME, confusion().balancedAccuracy());
      }
    };
  }
}
