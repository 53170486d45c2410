package io.vertebra.engine.metric;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What several metrics found, by full name, in the order of the metrics.
 *
 * @param numbers figures that are one number
 * @param tables figures that are more
 */
public record Figures(Map<String, Double> numbers, Map<String, Table> tables) {
  /** Makes figures that do not change. */
  public Figures {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
  }

  /**
   * Computes the figures of all that was seen.
   *
   * @param metrics the metrics
   * @param accumulators what each has seen, in the same order
   * @return the figures
   */
  public static Figures of(List<Metric> metrics, List<Metric.Accumulator> accumulators) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    Map<String, Table> tables = new LinkedHashMap<>();
    for (int i = 0; i < metrics.size(); i++) {
      Metric metric = metrics.get(i);
      Metric.Accumulator accumulator = accumulators.get(i);
      accumulator.compute().forEach((name, value) -> numbers.put(fullName(metric, name), value));
      accumulator.tables().forEach((name, table) -> tables.put(fullName(metric, name), table));
    }
    return new Figures(numbers, tables);
  }

  /**
   * The full name of a figure.
   *
   * @param metric the metric that computes it
   * @param name its name there
   * @return prefix and name
   */
  public static String fullName(Metric metric, String name) {
    return metric.prefix().isEmpty() ? name : metric.prefix() + "/" + name;
  }
}
