package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.metric.Table;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the highest score is from the chance of being right, 0 to 1 (Guo et al., On calibration
 * of modern neural networks, 2017, section 2): the samples are put into bins of equal width by
 * their highest score, each bin open below and closed above. The expected error {@code ece} is the
 * mean over samples of the difference between accuracy and mean score of their bin, the maximum
 * error {@code mce} the largest difference. The table {@code reliability} has the bins that are not
 * empty.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "CalibrationError",
    summary = "How far the highest score is from the chance of being right (ECE), with its bins")
public final class CalibrationError implements Metric {
  private static final String EXPECTED = "ece";
  private static final String MAXIMUM = "mce";

  private final Options options;

  /**
   * Options of {@link CalibrationError}.
   *
   * @param bins how many bins there are
   * @param prefix what the names of the figures begin with
   */
  public record Options(
      @Doc("bins of equal width from 0 to 1") @Default("15") @Range(min = 1) int bins,
      @Doc("what the names of the figures begin with") @Default("probability") String prefix) {}

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public CalibrationError(Options options) {
    this.options = options;
  }

  @Override
  public String prefix() {
    return options.prefix();
  }

  @Override
  public Optional<List<String>> names() {
    return Optional.of(List.of(EXPECTED, MAXIMUM));
  }

  @Override
  public Accumulator start() {
    return new Bins(options.bins());
  }

  private static final class Bins implements Accumulator {
    private final long[] counts;
    private final long[] right;
    private final double[] confidence;

    Bins(int bins) {
      counts = new long[bins];
      right = new long[bins];
      confidence = new double[bins];
    }

    @Override
    public void add(ScoreBatch batch) {
      for (int sample = 0; sample < batch.size(); sample++) {
        int best = Ranking.best(batch, sample);
        float score = batch.score(sample, best);
        int bin = Math.min(Math.max((int) Math.ceil(score * counts.length) - 1, 0), last());
        counts[bin]++;
        confidence[bin] += score;
        if (best == batch.target(sample)) {
          right[bin]++;
        }
      }
    }

    private int last() {
      return counts.length - 1;
    }

    @Override
    public void merge(Accumulator other) {
      Bins bins = (Bins) other;
      for (int i = 0; i < counts.length; i++) {
        counts[i] += bins.counts[i];
        right[i] += bins.right[i];
        confidence[i] += bins.confidence[i];
      }
    }

    @Override
    public Map<String, Double> compute() {
      long samples = 0;
      double sum = 0;
      double maximum = 0;
      for (int i = 0; i < counts.length; i++) {
        double difference = Math.abs(right[i] - confidence[i]);
        samples += counts[i];
        sum += difference;
        maximum = Math.max(maximum, difference / Math.max(counts[i], 1));
      }
      Samples.check(samples);
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put(EXPECTED, sum / samples);
      figures.put(MAXIMUM, maximum);
      return figures;
    }

    @Override
    public Map<String, Table> tables() {
      List<List<Double>> rows = new ArrayList<>();
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] > 0) {
          double count = counts[i];
          rows.add(List.of((double) i, count, right[i] / count, confidence[i] / count));
        }
      }
      return Map.of(
          "reliability", new Table(List.of("bin", "count", "accuracy", "confidence"), rows));
    }
  }
}
