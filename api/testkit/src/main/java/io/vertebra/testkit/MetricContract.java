package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.Metric.Accumulator;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.golden.Fill;
import java.util.ArrayList;
import java.util.Collections;
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

  @Override
  final void exercise(PluginRuntime runtime, Metric part) {
    figures(part, inOrder(), SAMPLES);
  }

  @Test
  final void figuresAreFiniteAndNamed() {
    try (PartBuilder builder = new PartBuilder()) {
      Metric metric = build(builder);
      assertThat(metric.prefix()).isNotEmpty();
      assertThat(figures(metric, inOrder(), SAMPLES))
          .isNotEmpty()
          .allSatisfy((name, value) -> assertThat(value).as(name).isFinite());
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
      assertSame(first.compute(), figures(metric, inOrder(), SAMPLES));
    }
  }

  @Test
  final void orderDoesNotMatter() {
    try (PartBuilder builder = new PartBuilder()) {
      Metric metric = build(builder);
      List<Integer> reversed = new ArrayList<>(inOrder());
      Collections.reverse(reversed);
      assertSame(figures(metric, reversed, 7), figures(metric, inOrder(), SAMPLES));
    }
  }

  private static void assertSame(Map<String, Double> actual, Map<String, Double> expected) {
    assertThat(actual).containsOnlyKeys(expected.keySet());
    actual.forEach(
        (name, value) -> assertThat(value).as(name).isCloseTo(expected.get(name), within(1e-9)));
  }

  private Map<String, Double> figures(Metric metric, List<Integer> samples, int batchSize) {
    Accumulator accumulator = metric.start();
    for (int from = 0; from < samples.size(); from += batchSize) {
      int to = Math.min(from + batchSize, samples.size());
      accumulator.add(batch(samples.subList(from, to)));
    }
    return accumulator.compute();
  }

  private static List<Integer> inOrder() {
    return IntStream.range(0, SAMPLES).boxed().toList();
  }

  /** Positive scores and labels of some samples; those of a sample are always the same. */
  private ScoreBatch batch(List<Integer> samples) {
    float[] scores = new float[samples.size() * classes()];
    int[] targets = new int[samples.size()];
    long[] labels = Fill.labels(SAMPLES, classes());
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (int) labels[samples.get(i)];
      float[] values = new Fill("scores " + samples.get(i)).values(classes(), 0.5, 0.5);
      System.arraycopy(values, 0, scores, i * classes(), classes());
    }
    return new ScoreBatch(scores, targets);
  }
}
