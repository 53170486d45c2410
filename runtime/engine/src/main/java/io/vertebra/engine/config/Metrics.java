package io.vertebra.engine.config;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.options.Shorthand;
import java.util.List;

/**
 * Metrics, one or a list.
 *
 * @param metrics the metrics
 */
public record Metrics(List<Metric> metrics) {
  /**
   * Makes one metric a list.
   *
   * @param metric the metric
   * @return the metrics
   */
  @Shorthand
  public static Metrics of(Metric metric) {
    return new Metrics(List.of(metric));
  }

  /**
   * Takes a list.
   *
   * @param metrics the metrics
   * @return the metrics
   */
  @Shorthand
  public static Metrics of(List<Metric> metrics) {
    return new Metrics(metrics);
  }
}
