package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The mean over all pairs of classes of the area below the ROC curve of one against the other, 0 to
 * 1 (Hand and Till, A simple generalisation of the area under the ROC curve for multiple class
 * classification problems, 2001), {@code sklearn.metrics.roc_auc_score} with {@code
 * multi_class="ovo"}. Unlike that of {@link RocAuc} it does not depend on how frequent classes are.
 * Pairs of which one has no samples are left out. All scores are kept, 16 bytes for each class of a
 * sample.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "PairwiseRocAuc",
    summary = "Mean area below the ROC curves of each class against each other")
public final class PairwiseRocAuc extends SingleFigure {
  private static final String NAME = "auc_ovo";

  /**
   * Options of {@link PairwiseRocAuc}.
   *
   * @param prefix what the name of the figure begins with
   */
  public record Options(
      @Doc("what the name of the figure begins with") @Default("roc") String prefix) {}

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public PairwiseRocAuc(Options options) {
    super(options.prefix(), NAME);
  }

  @Override
  public Accumulator start() {
    return new Pairs();
  }

  /** For each class its scores, by the other class that samples may have instead. */
  private static final class Pairs implements Accumulator {
    private final List<List<BinaryScores>> pairs = new ArrayList<>();

    @Override
    public void add(ScoreBatch batch) {
      reserve(batch.classes());
      for (int sample = 0; sample < batch.size(); sample++) {
        int target = batch.target(sample);
        for (int other = 0; other < batch.classes(); other++) {
          if (other != target) {
            pairs.get(target).get(other).add(batch.score(sample, target), true);
            pairs.get(other).get(target).add(batch.score(sample, other), false);
          }
        }
      }
    }

    private void reserve(int classes) {
      while (pairs.size() < classes) {
        pairs.add(new ArrayList<>());
      }
      for (List<BinaryScores> ofClass : pairs) {
        while (ofClass.size() < classes) {
          ofClass.add(new BinaryScores());
        }
      }
    }

    @Override
    public void merge(Accumulator other) {
      List<List<BinaryScores>> others = ((Pairs) other).pairs;
      reserve(others.size());
      for (int i = 0; i < others.size(); i++) {
        for (int j = 0; j < others.size(); j++) {
          pairs.get(i).get(j).merge(others.get(i).get(j));
        }
      }
    }

    @Override
    public Map<String, Double> compute() {
      Samples.check(pairs.size());
      double mean =
          pairs.stream()
              .flatMap(List::stream)
              .mapToDouble(scores -> scores.curve().rocArea())
              .filter(area -> !Double.isNaN(area))
              .average()
              .orElse(Double.NaN);
      return Map.of(NAME, mean);
    }
  }
}
