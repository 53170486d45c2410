package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.Optional;

/**
 * Precision, recall, F1 and support of samples of one label each, {@code
 * mmpretrain.evaluation.SingleLabelMetric}. The class of the highest score is predicted if that
 * score is greater than the threshold. A class that is never predicted has a precision of 0, one
 * without samples a recall of 0; both count in means over classes.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "SingleLabelMetric",
    summary = "Precision, recall, F1 and support of samples of one label each")
public final class SingleLabelMetric implements Metric {
  private final Options options;
  private final List<Optional<Double>> thresholds;
  private final List<String> suffixes;

  /**
   * Options of {@link SingleLabelMetric}.
   *
   * @param thrs what the score of a prediction has to exceed
   * @param report which figures are wanted
   * @param numClasses accepted: the scores tell
   * @param prefix what the names of the figures begin with
   */
  public record Options(
      @Doc("what the score of a prediction has to exceed; null for nothing") @Default("0.0")
          Optional<Thresholds> thrs,
      @Inline ItemOptions report,
      @Doc("accepted, without effect: the scores tell") Optional<Integer> numClasses,
      @Doc("what the names of the figures begin with") @Default("single-label") String prefix) {}

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public SingleLabelMetric(Options options) {
    this.options = options;
    this.thresholds = options.thrs().orElse(Thresholds.NONE).values();
    this.suffixes =
        thresholds.size() == 1 ? List.of("") : thresholds.stream().map(Thresholds::suffix).toList();
  }

  @Override
  public String prefix() {
    return options.prefix();
  }

  @Override
  public Optional<List<String>> names() {
    return options.report().names(suffixes);
  }

  @Override
  public Accumulator start() {
    return new ItemCounter(options.report(), suffixes) {
      @Override
      public void add(ScoreBatch batch) {
        List<LabelCounts> counts = counts(batch.size(), batch.classes());
        for (int sample = 0; sample < batch.size(); sample++) {
          for (int i = 0; i < counts.size(); i++) {
            count(batch, sample, counts.get(i), thresholds.get(i));
          }
        }
      }
    };
  }

  private static void count(
      ScoreBatch batch, int sample, LabelCounts counts, Optional<Double> threshold) {
    int target = batch.target(sample);
    int predicted = Ranking.best(batch, sample);
    counts.addActual(target);
    if (Thresholds.exceeds(batch.score(sample, predicted), threshold)) {
      counts.addPredicted(predicted);
      if (predicted == target) {
        counts.addHit(target);
      }
    }
  }
}
