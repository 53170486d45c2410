package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.Optional;

/**
 * The mean over queries of the average precision among the k images of the highest scores, in
 * percent, {@code mmpretrain.evaluation.RetrievalAveragePrecision}. The scores of a sample are
 * those of the images of a gallery, and its labels say which of them match; all that match divide,
 * also those further down. A query that nothing matches counts as 0.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "RetrievalAveragePrecision",
    summary = "Mean over queries of the average precision among the k highest scores")
public final class RetrievalAveragePrecision implements Metric {
  private final Options options;

  /**
   * Options of {@link RetrievalAveragePrecision}.
   *
   * @param topk how many of the highest scores are looked at
   * @param mode which precision belongs to a match
   * @param prefix what the name of the figure begins with
   */
  public record Options(
      @Doc("how many of the highest scores are looked at") @Range(min = 1) int topk,
      @Doc(
              "IR takes the precision at each match; integrate the mean of it and that just before,"
                  + " as for the Revisited Oxford and Paris sets")
          @Default("IR")
          Mode mode,
      @Doc("what the name of the figure begins with") @Default("retrieval") String prefix) {}

  /** Which precision belongs to a match. */
  public enum Mode {
    /** That at the match. */
    @Key("IR")
    RANKED,
    /** The mean of that at the match and that just before it. */
    INTEGRATE
  }

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public RetrievalAveragePrecision(Options options) {
    this.options = options;
  }

  @Override
  public String prefix() {
    return options.prefix();
  }

  @Override
  public Optional<List<String>> names() {
    return Optional.of(List.of(name()));
  }

  private String name() {
    return "mAP@" + options.topk();
  }

  @Override
  public Accumulator start() {
    return new MeanOfSamples(name()) {
      @Override
      double value(ScoreBatch batch, int sample) {
        return averagePrecision(batch, sample);
      }
    };
  }

  private double averagePrecision(ScoreBatch batch, int query) {
    int[] order = Ranking.top(batch, query, options.topk());
    int matches = 0;
    double sum = 0;
    for (int rank = 0; rank < order.length; rank++) {
      if (batch.relevance(query, order[rank]) > 0) {
        sum += precision(matches, rank);
        matches++;
      }
    }
    return 100 * sum / Math.max(all(batch, query), 1);
  }

  private double precision(int matchesBefore, int rank) {
    double at = (matchesBefore + 1.0) / (rank + 1);
    if (options.mode() == Mode.RANKED) {
      return at;
    }
    double before = rank == 0 ? 1 : (double) matchesBefore / rank;
    return (before + at) / 2;
  }

  private static int all(ScoreBatch batch, int query) {
    int matches = 0;
    for (int image = 0; image < batch.classes(); image++) {
      if (batch.relevance(query, image) > 0) {
        matches++;
      }
    }
    return matches;
  }
}
