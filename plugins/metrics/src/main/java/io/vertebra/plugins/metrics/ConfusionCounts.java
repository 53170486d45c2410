package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;

/** Counts how often samples of each class are predicted to be of each. */
abstract class ConfusionCounts implements Metric.Accumulator {
  private long[][] counts = {};

  @Override
  public final void add(ScoreBatch batch) {
    reserve(batch.classes());
    for (int sample = 0; sample < batch.size(); sample++) {
      counts[batch.target(sample)][Ranking.best(batch, sample)]++;
    }
  }

  private void reserve(int classes) {
    if (classes > counts.length) {
      long[][] larger = new long[classes][classes];
      for (int row = 0; row < counts.length; row++) {
        System.arraycopy(counts[row], 0, larger[row], 0, counts.length);
      }
      counts = larger;
    }
  }

  @Override
  public final void merge(Metric.Accumulator other) {
    long[][] added = ((ConfusionCounts) other).counts;
    reserve(added.length);
    for (int row = 0; row < added.length; row++) {
      for (int column = 0; column < added.length; column++) {
        counts[row][column] += added[row][column];
      }
    }
  }

  /** The counts seen, by true and by predicted class. */
  final Confusion confusion() {
    Samples.check(counts.length);
    return new Confusion(counts);
  }
}
