package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.metric.Table;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The area below the ROC curve of each class against all others, 0 to 1, {@code
 * sklearn.metrics.roc_auc_score} with {@code multi_class="ovr"}; for samples of one label or of any
 * number. A class that no sample has, or every one, has no curve: its area is not a number, and
 * means are over the others. All scores are kept, 8 bytes for each class of a sample.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "RocAuc",
    summary = "Area below the ROC curve of each class against all others, and its mean")
public final class RocAuc implements Metric {
  private static final String MEAN = "auc";
  private static final String WEIGHTED = "auc_weighted";

  private final Options options;

  /**
   * Options of {@link RocAuc}.
   *
   * @param average how figures of classes become one
   * @param curves the classes whose curves are wanted
   * @param prefix what the names of the figures begin with
   */
  public record Options(
      @Doc(
              "how figures of classes become one: macro, or weighted by samples; null for a figure"
                  + " of each class")
          @Default("macro")
          Optional<RocAverage> average,
      @Doc("labels of the classes whose ROC curves are wanted as tables") @Default("[]")
          List<Integer> curves,
      @Doc("what the names of the figures begin with") @Default("roc") String prefix) {
    /** Makes options that do not change. */
    public Options {
      curves = List.copyOf(curves);
    }
  }

  /** How figures of classes become one. */
  public enum RocAverage {
    /** The mean over classes. */
    MACRO,
    /** The mean over classes, each weighted by its number of samples. */
    WEIGHTED
  }

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public RocAuc(Options options) {
    this.options = options;
  }

  @Override
  public String prefix() {
    return options.prefix();
  }

  @Override
  public Optional<List<String>> names() {
    return Optional.of(options.average().map(RocAuc::name).map(List::of).orElse(List.of()));
  }

  private static String name(RocAverage average) {
    return average == RocAverage.MACRO ? MEAN : WEIGHTED;
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

    @Override
    public Map<String, Double> compute() {
      List<BinaryCurve> curves = scores.curves();
      Samples.check(curves.size());
      return options
          .average()
          .map(average -> Map.of(name(average), mean(curves, average)))
          .orElse(Map.of());
    }

    @Override
    public Map<String, Table> tables() {
      Map<String, Table> tables = new LinkedHashMap<>();
      if (options.average().isEmpty()) {
        List<Double> areas = scores.curves().stream().map(BinaryCurve::rocArea).toList();
        tables.put("auc_classwise", Table.column(MEAN, areas));
      }
      List<BinaryCurve> curves = scores.curves(options.curves());
      for (int i = 0; i < curves.size(); i++) {
        tables.put("roc_curve_class" + options.curves().get(i), curves.get(i).roc());
      }
      return tables;
    }
  }

  private static double mean(List<BinaryCurve> curves, RocAverage average) {
    List<BinaryCurve> defined =
        curves.stream().filter(curve -> !Double.isNaN(curve.rocArea())).toList();
    double[] weights =
        defined.stream()
            .mapToDouble(curve -> average == RocAverage.MACRO ? 1 : curve.positives())
            .toArray();
    double sum =
        IntStream.range(0, weights.length)
            .mapToDouble(i -> weights[i] * defined.get(i).rocArea())
            .sum();
    return sum / IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
  }
}
