package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.Optional;

/**
 * Precision, recall, F1 and support of samples of any number of labels, {@code
 * mmpretrain.evaluation.MultiLabelMetric}. A class is predicted if its score is not below the
 * threshold, or among the highest. Classes of which a sample is not known to have any or none
 * (target -1) are left out. A sample of one label counts as one with a set of one.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "MultiLabelMetric",
    summary = "Precision, recall, F1 and support of samples of any number of labels")
public final class MultiLabelMetric implements Metric {
  private final MultiLabelOptions options;

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public MultiLabelMetric(MultiLabelOptions options) {
    this.options = options;
  }

  @Override
  public String prefix() {
    return options.prefix();
  }

  @Override
  public Optional<List<String>> names() {
    return options.report().names(List.of(options.suffix()));
  }

  @Override
  public Accumulator start() {
    return new ItemCounter(options.report(), List.of(options.suffix())) {
      @Override
      public void add(ScoreBatch batch) {
        LabelCounts counts = counts(batch.size(), batch.classes()).get(0);
        for (int sample = 0; sample < batch.size(); sample++) {
          count(batch, sample, options.predicted(batch, sample), counts);
        }
      }
    };
  }

  private static void count(ScoreBatch batch, int sample, boolean[] predicted, LabelCounts counts) {
    for (int label = 0; label < predicted.length; label++) {
      float relevance = batch.relevance(sample, label);
      if (relevance >= 0) {
        count(label, predicted[label], relevance >= 1, counts);
      }
    }
  }

  private static void count(int label, boolean predicted, boolean actual, LabelCounts counts) {
    if (predicted) {
      counts.addPredicted(label);
    }
    if (actual) {
      counts.addActual(label);
    }
    if (predicted && actual) {
      counts.addHit(label);
    }
  }
}
