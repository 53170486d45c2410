package io.vertebra.plugins.metrics;

import static java.util.function.Function.identity;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The percentage of queries with a match among the k images of the highest scores, {@code
 * mmpretrain.evaluation.RetrievalRecall}. The scores of a sample are those of the images of a
 * gallery, and its labels say which of them match.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "RetrievalRecall",
    summary = "Percentage of queries with a match among the k highest scores")
public final class RetrievalRecall implements Metric {
  private final Options options;

  /**
   * Options of {@link RetrievalRecall}.
   *
   * @param topk how many of the highest scores are looked at
   * @param prefix what the names of the figures begin with
   */
  public record Options(
      @Doc("how many of the highest scores are looked at; several give several figures")
          @Default("1")
          IntList topk,
      @Doc("what the names of the figures begin with") @Default("retrieval") String prefix) {
    /** Checks that there is something to look at. */
    public Options {
      if (topk.values().isEmpty() || topk.values().stream().anyMatch(k -> k < 1)) {
        throw new IllegalArgumentException(
            "topk is %s: expected one or more numbers of 1 or more".formatted(topk.values()));
      }
    }
  }

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public RetrievalRecall(Options options) {
    this.options = options;
  }

  @Override
  public String prefix() {
    return options.prefix();
  }

  @Override
  public Optional<List<String>> names() {
    return Optional.of(options.topk().values().stream().map(RetrievalRecall::name).toList());
  }

  private static String name(int rank) {
    return "Recall@" + rank;
  }

  @Override
  public Accumulator start() {
    return new Hits(options.topk().values());
  }

  private static final class Hits implements Accumulator {
    private final Map<Integer, Long> hits;
    private long queries;

    Hits(List<Integer> ranks) {
      hits =
          ranks.stream()
              .collect(
                  Collectors.toMap(identity(), k -> 0L, (first, same) -> same, LinkedHashMap::new));
    }

    @Override
    public void add(ScoreBatch batch) {
      int most = Collections.max(hits.keySet());
      for (int query = 0; query < batch.size(); query++) {
        int first = firstMatch(batch, query, Ranking.top(batch, query, most));
        hits.replaceAll((rank, count) -> first < rank ? count + 1 : count);
      }
      queries += batch.size();
    }

    private static int firstMatch(ScoreBatch batch, int query, int... order) {
      int rank = 0;
      while (rank < order.length && batch.relevance(query, order[rank]) <= 0) {
        rank++;
      }
      return rank;
    }

    @Override
    public void merge(Accumulator other) {
      Hits that = (Hits) other;
      that.hits.forEach((rank, count) -> hits.merge(rank, count, Long::sum));
      queries += that.queries;
    }

    @Override
    public Map<String, Double> compute() {
      Samples.check(queries);
      Map<String, Double> figures = new LinkedHashMap<>();
      hits.forEach((rank, count) -> figures.put(name(rank), 100.0 * count / queries));
      return figures;
    }
  }
}
