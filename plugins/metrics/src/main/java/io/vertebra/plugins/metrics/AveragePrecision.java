package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.metric.Table;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The average precision of each class over all samples, in percent, {@code
 * mmpretrain.evaluation.AveragePrecision}: the sum over ranks of the gain in recall times the
 * precision there. Samples of equal score share a rank, so that their order does not matter, as in
 * scikit-learn. Samples whose target is not known (-1) are left out. All scores are kept, 8 bytes
 * for each class of a sample.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "AveragePrecision",
    summary = "Average precision of each class and its mean, mAP")
public final class AveragePrecision implements Metric {
  private static final String MEAN = "mAP";

  private final AveragePrecisionOptions options;

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public AveragePrecision(AveragePrecisionOptions options) {
    this.options = options;
  }

  @Override
  public String prefix() {
    return options.prefix();
  }

  @Override
  public Optional<List<String>> names() {
    return Optional.of(options.average().isPresent() ? List.of(MEAN) : List.of());
  }

  @Override
  public Accumulator start() {
    return new Kept();
  }

  private final class Kept implements Accumulator {
    private final ClassScores scores = new ClassScores();

    @Override
    public void add(ScoreBatch batch) {
      scores.add(batch);
    }

    @Override
    public void merge(Accumulator other) {
      scores.merge(((Kept) other).scores);
    }

    private List<Double> percentages() {
      List<BinaryCurve> curves = scores.curves();
      Samples.check(curves.size());
      return curves.stream().map(curve -> 100 * curve.averagePrecision()).toList();
    }

    @Override
    public Map<String, Double> compute() {
      List<Double> all = percentages();
      double mean = all.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      return options.average().isPresent() ? Map.of(MEAN, mean) : Map.of();
    }

    @Override
    public Map<String, Table> tables() {
      Map<String, Table> tables = new LinkedHashMap<>();
      if (options.average().isEmpty()) {
        tables.put("AP_classwise", Table.column("AP", percentages()));
      }
      List<BinaryCurve> curves = scores.curves(options.curves());
      for (int i = 0; i < curves.size(); i++) {
        tables.put("pr_curve_class" + options.curves().get(i), curves.get(i).precisionRecall());
      }
      return tables;
    }
  }
}
