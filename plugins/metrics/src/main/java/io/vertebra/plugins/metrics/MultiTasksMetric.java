package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.metric.Table;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Metrics of several tasks, {@code mmpretrain.evaluation.MultiTasksMetric}. The figures are named
 * {@code TASK_PREFIX/NAME}. A task is measured on the samples whose target is known for it; one
 * without any has no figures. A task within another is named {@code outer.inner}.
 */
@Plugin(kind = Kind.METRIC, type = "MultiTasksMetric", summary = "Metrics of each of several tasks")
public final class MultiTasksMetric implements Metric {
  private final Map<String, List<Metric>> tasks;

  /**
   * Options of {@link MultiTasksMetric}.
   *
   * @param taskMetrics the metrics of each task
   */
  public record Options(
      @Doc("a list of metrics for each task, by its name") Map<String, List<Metric>> taskMetrics) {
    /** Checks that there is something to measure. */
    public Options {
      if (taskMetrics.isEmpty()) {
        throw new IllegalArgumentException(
            "task_metrics is empty: name the metrics of each task, for example"
                + " {color: [{type: Accuracy}]}");
      }
    }
  }

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public MultiTasksMetric(Options options) {
    this.tasks = options.taskMetrics();
  }

  /** Nothing: the names of the figures are full. */
  @Override
  public String prefix() {
    return "";
  }

  @Override
  public Optional<List<String>> names() {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, List<Metric>> task : tasks.entrySet()) {
      for (Metric metric : task.getValue()) {
        if (metric.names().isEmpty()) {
          return Optional.empty();
        }
        metric.names().get().forEach(name -> names.add(fullName(task.getKey(), metric, name)));
      }
    }
    return Optional.of(names);
  }

  private static String fullName(String task, Metric metric, String name) {
    return task + "_" + metric.prefix() + "/" + name;
  }

  @Override
  public Accumulator start() {
    return new Parts();
  }

  private final class Parts implements Accumulator {
    private final List<Part> parts = new ArrayList<>();

    Parts() {
      tasks.forEach(
          (task, metrics) -> metrics.forEach(metric -> parts.add(new Part(task, metric))));
    }

    @Override
    public void add(ScoreBatch batch) {
      parts.forEach(part -> batch.task(part.task).ifPresent(part::add));
    }

    @Override
    public void merge(Accumulator other) {
      List<Part> others = ((Parts) other).parts;
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).merge(others.get(i));
      }
    }

    @Override
    public Map<String, Double> compute() {
      Samples.check(parts.stream().mapToLong(part -> part.samples).sum());
      Map<String, Double> figures = new LinkedHashMap<>();
      parts.stream().filter(part -> part.samples > 0).forEach(part -> part.compute(figures));
      return figures;
    }

    @Override
    public Map<String, Table> tables() {
      Map<String, Table> tables = new LinkedHashMap<>();
      parts.stream().filter(part -> part.samples > 0).forEach(part -> part.tables(tables));
      return tables;
    }
  }

  /** What one metric has seen of one task. */
  private static final class Part {
    private final String task;
    private final Metric metric;
    private final Accumulator accumulator;
    private long samples;

    Part(String task, Metric metric) {
      this.task = task;
      this.metric = metric;
      this.accumulator = metric.start();
    }

    void add(ScoreBatch batch) {
      samples += batch.size();
      accumulator.add(batch);
    }

    void merge(Part other) {
      samples += other.samples;
      accumulator.merge(other.accumulator);
    }

    void compute(Map<String, Double> figures) {
      accumulator
          .compute()
          .forEach((name, value) -> figures.put(fullName(task, metric, name), value));
    }

    void tables(Map<String, Table> tables) {
      accumulator
          .tables()
          .forEach((name, table) -> tables.put(fullName(task, metric, name), table));
    }
  }
}
