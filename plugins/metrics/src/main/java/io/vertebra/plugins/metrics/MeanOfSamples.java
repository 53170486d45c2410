package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import java.util.Map;

/** The mean over samples of a value. */
abstract class MeanOfSamples implements Metric.Accumulator {
  private final String name;
  private double sum;
  private long samples;

  MeanOfSamples(String name) {
    this.name = name;
  }

  /** The value of a sample. */
  abstract double value(ScoreBatch batch, int sample);

  @Override
  public final void add(ScoreBatch batch) {
    for (int sample = 0; sample < batch.size(); sample++) {
      sum += value(batch, sample);
    }
    samples += batch.size();
  }

  @Override
  public final void merge(Metric.Accumulator other) {
    MeanOfSamples mean = (MeanOfSamples) other;
    sum += mean.sum;
    samples += mean.samples;
  }

  @Override
  public final Map<String, Double> compute() {
    Samples.check(samples);
    return Map.of(name, sum / samples);
  }
}
