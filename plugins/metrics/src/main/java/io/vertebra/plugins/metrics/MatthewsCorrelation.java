package io.vertebra.plugins.metrics;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Map;

/**
 * The correlation of true and predicted classes, -1 to 1, {@code sklearn.metrics.matthews_corrcoef}
 * (Gorodkin, Comparing two K-category assignments by a K-category correlation coefficient, 2004).
 */
@Plugin(
    kind = Kind.METRIC,
    type = "MatthewsCorrelation",
    summary = "Correlation of true and predicted classes")
public final class MatthewsCorrelation extends SingleFigure {
  private static final String NAME = "matthews";

  /**
   * Options of {@link MatthewsCorrelation}.
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
  public MatthewsCorrelation(Options options) {
    super(options.prefix(), NAME);
  }

  @Override
  public Accumulator start() {
    return new ConfusionCounts() {
      @Override
      public Map<String, Double> compute() {
        return Map.of(NAME, confusion().matthews());
      }
    };
  }
}
