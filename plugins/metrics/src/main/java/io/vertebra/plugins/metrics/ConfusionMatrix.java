package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.Table;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How often samples of each class are predicted to be of each, {@code
 * mmpretrain.evaluation.ConfusionMatrix}: a table {@code result} with a row for each true class and
 * a column for each predicted one.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "ConfusionMatrix",
    summary = "Table of how often samples of each class are predicted to be of each")
public final class ConfusionMatrix implements Metric {
  private final Options options;

  /**
   * Options of {@link ConfusionMatrix}.
   *
   * @param numClasses accepted: the scores tell
   * @param prefix what the name of the table begins with
   */
  public record Options(
      @Doc("accepted, without effect: the scores tell") Optional<Integer> numClasses,
      @Doc("what the name of the table begins with") @Default("confusion_matrix") String prefix) {}

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public ConfusionMatrix(Options options) {
    this.options = options;
  }

  @Override
  public String prefix() {
    return options.prefix();
  }

  @Override
  public Optional<List<String>> names() {
    return Optional.of(List.of());
  }

  @Override
  public Accumulator start() {
    return new ConfusionCounts() {
      @Override
      public Map<String, Double> compute() {
        return Map.of();
      }

      @Override
      public Map<String, Table> tables() {
        return Map.of("result", table(confusion()));
      }
    };
  }

  private static Table table(Confusion confusion) {
    List<Integer> labels = IntStream.range(0, confusion.classes()).boxed().toList();
    return new Table(
        labels.stream().map(label -> Integer.toString(label)).toList(),
        labels.stream()
            .map(
                row ->
                    labels.stream().map(column -> (double) confusion.count(row, column)).toList())
            .toList());
  }
}
