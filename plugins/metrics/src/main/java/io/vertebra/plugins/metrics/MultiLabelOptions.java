package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import java.util.Locale;
import java.util.Optional;

/**
 * Options of {@link MultiLabelMetric}.
 *
 * @param thr the least score of a prediction
 * @param topk how many of the highest scores are predictions
 * @param report which figures are wanted
 * @param prefix what the names of the figures begin with
 */
@ConfigSection
public record MultiLabelOptions(
    @Doc("least score of a predicted class; 0.5 where topk is left out too") Optional<Double> thr,
    @Doc("how many of the highest scores are predicted; without effect beside thr") @Range(min = 1)
        Optional<Integer> topk,
    @Inline ItemOptions report,
    @Doc("what the names of the figures begin with") @Default("multi-label") String prefix) {
  private static final double HALF = 0.5;

  private boolean ranks() {
    return thr.isEmpty() && topk.isPresent();
  }

  /** What the names of the figures have after that of the item. */
  String suffix() {
    if (ranks()) {
      return "_top" + topk.get();
    }
    double threshold = thr.orElse(HALF);
    return threshold == HALF ? "" : String.format(Locale.ROOT, "_thr-%.2f", threshold);
  }

  /** Which classes are predicted for a sample. */
  boolean[] predicted(ScoreBatch batch, int sample) {
    boolean[] predicted = new boolean[batch.classes()];
    if (ranks()) {
      for (int label : Ranking.top(batch, sample, topk.get())) {
        predicted[label] = true;
      }
    } else {
      float threshold = thr.orElse(HALF).floatValue();
      for (int label = 0; label < predicted.length; label++) {
        predicted[label] = batch.score(sample, label) >= threshold;
      }
    }
    return predicted;
  }
}
