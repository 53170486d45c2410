package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.Metric.Accumulator;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.metric.Table;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.metric.Figures;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.PluginRuntime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a metric finds.
 *
 * @param figures its figures, merged from two workers
 */
record MetricFigures(Figures figures) {
  private static final int FIRST_PART = 17;

  static MetricFigures compute(PluginRuntime plugins, String config, MetricInputs.Input input) {
    try (PartBuilder builder = new PartBuilder()) {
      Metric metric = plugins.build(builder, Kind.METRIC, Metric.class, config);
      int size = input.targets().size();
      int middle = Math.min(FIRST_PART, size / 2);
      Accumulator first = metric.start();
      Accumulator second = metric.start();
      first.add(part(input, 0, middle));
      second.add(part(input, middle, size));
      first.merge(second);
      return new MetricFigures(Figures.of(List.of(metric), List.of(first)));
    }
  }

  private static ScoreBatch part(MetricInputs.Input input, int from, int to) {
    int classes = input.scores().get(0).length;
    float[] scores = new float[(to - from) * classes];
    for (int i = from; i < to; i++) {
      System.arraycopy(input.scores().get(i), 0, scores, (i - from) * classes, classes);
    }
    return new ScoreBatch(scores, input.targets().subList(from, to), Map.of());
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>(figures.numbers().keySet());
    names.addAll(figures.tables().keySet());
    return names;
  }

  /** Compares a number, a list with the only column of a table, or rows with those of a table. */
  void check(String name, double divisor, JsonElement expected, double tolerance) {
    if (expected.isJsonPrimitive()) {
      assertThat(figures.numbers()).containsKey(name);
      checkNumber(name, figures.numbers().get(name) / divisor, expected, tolerance);
      return;
    }
    List<List<Double>> rows = table(name).rows();
    List<JsonElement> expectedRows = expected.getAsJsonArray().asList();
    assertThat(rows).as(name).hasSameSizeAs(expectedRows);
    for (int row = 0; row < rows.size(); row++) {
      JsonElement values = expectedRows.get(row);
      List<JsonElement> cells =
          values.isJsonArray() ? values.getAsJsonArray().asList() : List.of(values);
      assertThat(rows.get(row)).as(name).hasSameSizeAs(cells);
      for (int column = 0; column < cells.size(); column++) {
        checkNumber(name, rows.get(row).get(column) / divisor, cells.get(column), tolerance);
      }
    }
  }

  /** Compares a list with a column of a table. */
  void checkColumn(String name, String column, JsonElement expected, double tolerance) {
    Table table = table(name);
    int index = table.columns().indexOf(column);
    List<JsonElement> values = expected.getAsJsonArray().asList();
    assertThat(table.rows()).as(name).hasSameSizeAs(values);
    for (int row = 0; row < values.size(); row++) {
      checkNumber(name, table.rows().get(row).get(index), values.get(row), tolerance);
    }
  }

  private Table table(String name) {
    assertThat(figures.tables()).containsKey(name);
    return figures.tables().get(name);
  }

  private static void checkNumber(
      String name, double actual, JsonElement expected, double tolerance) {
    assertThat(actual).as(name).isCloseTo(expected.getAsDouble(), within(tolerance));
  }
}
