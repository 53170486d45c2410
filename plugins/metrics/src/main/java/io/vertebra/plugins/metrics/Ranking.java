package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.ScoreBatch;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The order of the scores of a sample: of equal scores the one of the smaller class index is
 * higher; not-a-number is higher than every number.
 */
final class Ranking {
  private Ranking() {}

  /** Compares so that the two zeros are equal, unlike {@link Float#compare}. */
  static int compare(float first, float second) {
    return Float.compare(first + 0f, second + 0f);
  }

  /** The class of the highest score. */
  static int best(ScoreBatch batch, int sample) {
    int best = 0;
    for (int label = 1; label < batch.classes(); label++) {
      if (compare(batch.score(sample, label), batch.score(sample, best)) > 0) {
        best = label;
      }
    }
    return best;
  }

  /**
   * The classes of the highest scores, highest first.
   *
   * @throws IllegalArgumentException if there are fewer than {@code count} classes
   */
  static int[] top(ScoreBatch batch, int sample, int count) {
    if (count > batch.classes()) {
      throw new IllegalArgumentException(
          "there are no %d highest scores of %d: check topk".formatted(count, batch.classes()));
    }
    return IntStream.range(0, batch.classes())
        .boxed()
        .sorted(descending(batch, sample))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static Comparator<Integer> descending(ScoreBatch batch, int sample) {
    return (first, second) -> compare(batch.score(sample, second), batch.score(sample, first));
  }
}
