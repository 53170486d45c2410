package io.vertebra.plugins.metrics;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Target;
import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.metric.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A metric of sets of labels in which classes that are not known (-1), because only difficult
 * objects have them, can be counted, {@code mmpretrain.evaluation.VOCMetricMixin}.
 */
abstract class VocMetric implements Metric {
  private final Metric metric;
  private final Optional<Boolean> difficultAsPositive;

  /**
   * Makes the metric.
   *
   * @param metric what is computed of the labels
   * @param difficultAsPositive whether classes that are not known count as there or as not there;
   *     empty to leave them out
   */
  VocMetric(Metric metric, Optional<Boolean> difficultAsPositive) {
    this.metric = requireNonNull(metric, "metric is null");
    this.difficultAsPositive = difficultAsPositive;
  }

  @Override
  public final String prefix() {
    return metric.prefix();
  }

  @Override
  public final Optional<List<String>> names() {
    return metric.names();
  }

  @Override
  public final Accumulator start() {
    return new Decided(metric.start());
  }

  private ScoreBatch decide(ScoreBatch batch) {
    return difficultAsPositive
        .map(positive -> batch.withTargets(target -> decide(target, positive ? 1 : 0)))
        .orElse(batch);
  }

  private static Target decide(Target target, float score) {
    if (!(target instanceof Target.ManyLabels many)) {
      return target;
    }
    float[] scores = new float[many.classes()];
    for (int label = 0; label < scores.length; label++) {
      scores[label] = many.score(label) < 0 ? score : many.score(label);
    }
    return new Target.ManyLabels(scores);
  }

  private final class Decided implements Accumulator {
    private final Accumulator labels;

    Decided(Accumulator labels) {
      this.labels = labels;
    }

    @Override
    public void add(ScoreBatch batch) {
      labels.add(decide(batch));
    }

    @Override
    public void merge(Accumulator other) {
      labels.merge(((Decided) other).labels);
    }

    @Override
    public Map<String, Double> compute() {
      return labels.compute();
    }

    @Override
    public Map<String, Table> tables() {
      return labels.tables();
    }
  }
}
