package io.vertebra.testkit.toy;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Map;

/** Counts samples. */
@Plugin(kind = Kind.METRIC, type = "ToyMetric", summary = "For tests: the number of samples")
public final class ToyMetric implements Metric {
  /** Makes the metric. */
  public ToyMetric() {}

  @Override
  public String prefix() {
    return "toy";
  }

  @Override
  public Accumulator start() {
    return new Count();
  }

  private static final class Count implements Accumulator {
    private int samples;

    @Override
    public void add(ScoreBatch batch) {
      samples += batch.size();
    }

    @Override
    public void merge(Accumulator other) {
      samples += ((Count) other).samples;
    }

    @Override
    public Map<String, Double> compute() {
      return Map.of("samples", (double) samples);
    }
  }
}
