package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vertebra.api.data.Target;
import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.Metric.Accumulator;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.metric.Table;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.golden.Fill;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every {@link Metric}: figures do not depend on how samples are dealt out. */
public abstract class MetricContract extends PartContract<Metric> {
  private static final int SAMPLES = 60;

  /** Makes the contract. */
  protected MetricContract() {
    super(Kind.METRIC, Metric.class);
  }

  /**
   * How many classes the scores have that the metric is tried with.
   *
   * @return 10 unless a config needs another number
   */
  protected int classes() {
    return 10;
  }

  /**
   * How many of the scores belong to each task, where the metric is one of several.
   *
   * @return none unless a config needs tasks
   */
  protected Map<String, Integer> tasks() {
    return Map.of();
  }

  @Override
  final void exercise(PluginRuntime runtime, Metric part) {
    accumulated(part, inOrder(), SAMPLES).compute();
  }

  @Test
  final void figuresAreFiniteAndNamed() {
    try (PartBuilder builder = new PartBuilder()) {
      Metric metric = build(builder);
      Accumulator seen = accumulated(metric, inOrder(), SAMPLES);
      Map<String, Double> figures = seen.compute();
      assertThat(metric.prefix()).isNotNull();
      assertThat(figures.size() + seen.tables().size()).isPositive();
      assertThat(figures).allSatisfy((name, value) -> assertThat(value).as(name).isFinite());
      metric.names().ifPresent(names -> assertThat(figures).containsOnlyKeys(names));
    }
  }

  @Test
  final void nothingSeenIsNoFigure() {
    try (PartBuilder builder = new PartBuilder()) {
      Accumulator nothing = build(builder).start();
      assertThatThrownBy(
              () -> {
                nothing.compute();
                nothing.tables();
              })
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  final void partsMakeTheWhole() {
    try (PartBuilder builder = new PartBuilder()) {
      Metric metric = build(builder);
      Accumulator first = metric.start();
      Accumulator second = metric.start();
      first.add(batch(inOrder().subList(0, 17)));
      second.add(batch(inOrder().subList(17, SAMPLES)));
      first.merge(second);
      assertSame(first, accumulated(metric, inOrder(), SAMPLES));
    }
  }

  @Test
  final void workerThatSawNothingChangesNothing() {
    try (PartBuilder builder = new PartBuilder()) {
      Metric metric = build(builder);
      Accumulator first = metric.start();
      first.merge(accumulated(metric, inOrder(), SAMPLES));
      first.merge(metric.start());
      assertSame(first, accumulated(metric, inOrder(), SAMPLES));
    }
  }

  @Test
  final void orderDoesNotMatter() {
    try (PartBuilder builder = new PartBuilder()) {
      Metric metric = build(builder);
      List<Integer> reversed = new ArrayList<>(inOrder());
      Collections.reverse(reversed);
      assertSame(accumulated(metric, reversed, 7), accumulated(metric, inOrder(), SAMPLES));
    }
  }

  private static void assertSame(Accumulator actual, Accumulator expected) {
    Map<String, Double> figures = expected.compute();
    assertThat(actual.compute()).containsOnlyKeys(figures.keySet());
    actual
        .compute()
        .forEach(
            (name, value) -> assertThat(value).as(name).isCloseTo(figures.get(name), within(1e-9)));
    Map<String, Table> tables = expected.tables();
    assertThat(actual.tables()).containsOnlyKeys(tables.keySet());
    actual.tables().forEach((name, table) -> assertSame(name, table, tables.get(name)));
  }

  private static void assertSame(String name, Table actual, Table expected) {
    assertThat(actual.columns()).as(name).isEqualTo(expected.columns());
    assertThat(actual.rows()).as(name).hasSameSizeAs(expected.rows());
    for (int row = 0; row < actual.rows().size(); row++) {
      for (int column = 0; column < actual.columns().size(); column++) {
        assertThat(actual.rows().get(row).get(column))
            .as("%s, row %d, column %d", name, row, column)
            .isCloseTo(expected.rows().get(row).get(column), within(1e-9));
      }
    }
  }

  private Accumulator accumulated(Metric metric, List<Integer> samples, int batchSize) {
    Accumulator accumulator = metric.start();
    for (int from = 0; from < samples.size(); from += batchSize) {
      int to = Math.min(from + batchSize, samples.size());
      accumulator.add(batch(samples.subList(from, to)));
    }
    return accumulator;
  }

  private static List<Integer> inOrder() {
    return IntStream.range(0, SAMPLES).boxed().toList();
  }

  /** Positive scores and labels of some samples; those of a sample are always the same. */
  private ScoreBatch batch(List<Integer> samples) {
    float[] scores = new float[samples.size() * classes()];
    List<Target> targets = new ArrayList<>();
    long[] labels = Fill.labels(SAMPLES, classes());
    for (int i = 0; i < samples.size(); i++) {
      targets.add(target((int) labels[samples.get(i)]));
      float[] values = new Fill("scores " + samples.get(i)).values(classes(), 0.5, 0.5);
      System.arraycopy(values, 0, scores, i * classes(), classes());
    }
    return new ScoreBatch(scores, targets, tasks());
  }

  private Target target(int label) {
    if (tasks().isEmpty()) {
      return Target.of(label);
    }
    Map<String, Target> targets = new LinkedHashMap<>();
    tasks().forEach((task, classes) -> targets.put(task, Target.of(label % classes)));
    return new Target.Tasks(targets);
  }
}
