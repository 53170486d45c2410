package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The percentage of samples whose class is among the k highest scores, {@code
 * mmpretrain.evaluation.Accuracy}. A hit counts only if the score of the class is greater than the
 * threshold. Of equal scores the one of the smaller class index is higher; not-a-number is higher
 * than every number.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "Accuracy",
    summary = "Percentage of samples whose class is among the k highest scores")
public final class Accuracy implements Metric {
  private final Options options;
  private final List<Integer> ranks;
  private final List<Optional<Double>> thresholds;

  /**
   * Options of {@link Accuracy}.
   *
   * @param topk how many of the highest scores count as a hit
   * @param thrs what the score of a hit has to exceed
   * @param prefix what the names of the figures begin with
   */
  public record Options(
      @Doc("how many of the highest scores count as a hit; several give several figures")
          @Default("1")
          IntList topk,
      @Doc("what the score of a hit has to exceed; null for nothing") @Default("0.0")
          Optional<Thresholds> thrs,
      @Doc("what the names of the figures begin with") @Default("accuracy") String prefix) {
    /** Checks that there is something to count. */
    public Options {
      boolean positive = topk.values().stream().allMatch(k -> k >= 1);
      boolean different = topk.values().stream().distinct().count() == topk.values().size();
      if (topk.values().isEmpty() || !positive || !different) {
        throw new IllegalArgumentException(
            "topk is %s: expected one or more different numbers of 1 or more"
                .formatted(topk.values()));
      }
    }
  }

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public Accuracy(Options options) {
    this.options = options;
    this.ranks = options.topk().values();
    this.thresholds = options.thrs().orElse(Thresholds.NONE).values();
  }

  @Override
  public String prefix() {
    return options.prefix();
  }

  @Override
  public Optional<List<String>> names() {
    return Optional.of(
        ranks.stream()
            .flatMap(rank -> thresholds.stream().map(threshold -> name(rank, threshold)))
            .toList());
  }

  @Override
  public Accumulator start() {
    return new Counts();
  }

  private String name(int rank, Optional<Double> threshold) {
    return "top" + rank + (thresholds.size() == 1 ? "" : Thresholds.suffix(threshold));
  }

  /** Hits by rank and threshold. */
  private final class Counts implements Accumulator {
    private final long[][] hits = new long[ranks.size()][thresholds.size()];
    private long samples;

    @Override
    public void add(ScoreBatch batch) {
      checkClasses(batch.classes());
      samples += batch.size();
      for (int sample = 0; sample < batch.size(); sample++) {
        count(rankOfTarget(batch, sample), batch.score(sample, batch.target(sample)));
      }
    }

    private void checkClasses(int classes) {
      for (int rank : ranks) {
        if (rank > classes) {
          throw new IllegalArgumentException(
              "There is no top-%d accuracy of %d classes: check topk of Accuracy"
                  .formatted(rank, classes));
        }
      }
    }

    private void count(int rankOfTarget, float score) {
      for (int i = 0; i < hits.length; i++) {
        for (int j = 0; j < hits[i].length; j++) {
          if (rankOfTarget < ranks.get(i) && Thresholds.exceeds(score, thresholds.get(j))) {
            hits[i][j]++;
          }
        }
      }
    }

    @Override
    public void merge(Accumulator other) {
      Counts counts = (Counts) other;
      samples += counts.samples;
      for (int i = 0; i < hits.length; i++) {
        for (int j = 0; j < hits[i].length; j++) {
          hits[i][j] += counts.hits[i][j];
        }
      }
    }

    @Override
    public Map<String, Double> compute() {
      if (samples == 0) {
        throw new IllegalStateException("There is no accuracy of no samples");
      }
      Map<String, Double> figures = new LinkedHashMap<>();
      for (int i = 0; i < hits.length; i++) {
        for (int j = 0; j < hits[i].length; j++) {
          figures.put(name(ranks.get(i), thresholds.get(j)), 100.0 * hits[i][j] / samples);
        }
      }
      return figures;
    }
  }

  /** Counts the classes that are ranked before the target. */
  private static int rankOfTarget(ScoreBatch batch, int sample) {
    int target = batch.target(sample);
    float score = batch.score(sample, target);
    int rank = 0;
    for (int label = 0; label < batch.classes(); label++) {
      int order = Ranking.compare(batch.score(sample, label), score);
      if (order > 0 || (order == 0 && label < target)) {
        rank++;
      }
    }
    return rank;
  }
}
