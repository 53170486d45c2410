package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts labels, one set of counts for each suffix of the names of figures. */
abstract class ItemCounter implements Metric.Accumulator {
  private final ItemOptions report;
  private final Map<String, LabelCounts> counts = new LinkedHashMap<>();
  private long samples;

  ItemCounter(ItemOptions report, List<String> suffixes) {
    this.report = report;
    suffixes.forEach(suffix -> counts.put(suffix, new LabelCounts()));
  }

  /** Takes note of samples and gives the counts, in the order of the suffixes. */
  final List<LabelCounts> counts(int newSamples, int classes) {
    samples += newSamples;
    counts.values().forEach(each -> each.reserve(classes));
    return List.copyOf(counts.values());
  }

  @Override
  public final void merge(Metric.Accumulator other) {
    ItemCounter counter = (ItemCounter) other;
    samples += counter.samples;
    counts.forEach((suffix, each) -> each.merge(counter.counts.get(suffix)));
  }

  @Override
  public final Map<String, Double> compute() {
    Samples.check(samples);
    Map<String, Double> figures = new LinkedHashMap<>();
    counts.forEach((suffix, each) -> figures.putAll(report.figures(each, suffix)));
    return figures;
  }

  @Override
  public final Map<String, Table> tables() {
    Map<String, Table> tables = new LinkedHashMap<>();
    counts.forEach((suffix, each) -> tables.putAll(report.tables(each, suffix)));
    return tables;
  }
}
