package io.vertebra.plugins.metrics;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Map;

/**
 * Agreement of predicted and true classes beyond that of chance, at most 1, {@code
 * sklearn.metrics.cohen_kappa_score}. With weights a mistake counts by how far the labels are
 * apart, for classes that have an order (Cohen, Weighted kappa, 1968).
 */
@Plugin(
    kind = Kind.METRIC,
    type = "CohenKappa",
    summary = "Agreement of predicted and true classes beyond chance")
public final class CohenKappa extends SingleFigure {
  private static final String NAME = "cohen_kappa";

  private final Weights weights;

  /**
   * Options of {@link CohenKappa}.
   *
   * @param weights how much a mistake counts
   * @param prefix what the names of the figures begin with
   */
  public record Options(
      @Doc("how much a mistake counts, by the difference of the labels") @Default("none")
          Weights weights,
      @Doc("what the names of the figures begin with") @Default("single-label") String prefix) {}

  /** How much a mistake counts. */
  public enum Weights {
    /** All mistakes count the same. */
    NONE,
    /** In proportion to the difference of the labels. */
    LINEAR,
    /** In proportion to its square. */
    QUADRATIC;

    double of(int difference) {
      return switch (this) {
        case NONE -> Math.min(difference, 1);
        case LINEAR -> difference;
        case QUADRATIC -> (double) difference * difference;
      };
    }
  }

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public CohenKappa(Options options) {
    super(options.prefix(), NAME);
    this.weights = options.weights();
  }

  @Override
  public Accumulator start() {
    return new ConfusionCounts() {
      @Override
      public Map<String, Double> compute() {
        return Map.of(NAME, confusion().kappa(weights::of));
      }
    };
  }
}
