package io.vertebra.api.metric;

import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A figure of merit. It holds no figures itself, so that several evaluations can go on at once. */
@ExtensionPoint(value = Kind.METRIC, common = MetricSettings.class)
public interface Metric {
  /**
   * What the names of the figures begin with.
   *
   * @return the prefix, for example {@code accuracy}; the full name is {@code accuracy/top1}
   */
  String prefix();

  /**
   * Starts an evaluation.
   *
   * @return an accumulator that has seen nothing
   */
  Accumulator start();

  /**
   * The names of the figures that an evaluation will give, so that a hook that waits for another
   * one is found before a run starts. The default does not tell.
   *
   * @return the names without prefix, as {@link Accumulator#compute} gives them; empty where they
   *     are known only afterwards
   */
  default Optional<List<String>> names() {
    return Optional.empty();
  }

  /** What one evaluation has seen so far. Not for several threads at once. */
  interface Accumulator {
    /**
     * Takes in a batch.
     *
     * @param batch scores and targets
     */
    void add(ScoreBatch batch);

    /**
     * Takes in what another accumulator of the same metric has seen, which is not used after.
     *
     * @param other the accumulator of another worker
     */
    void merge(Accumulator other);

    /**
     * Computes the figures of all that was seen.
     *
     * @return name without prefix to value
     * @throws IllegalStateException if nothing was seen
     */
    Map<String, Double> compute();

    /**
     * Computes what is more than one number. Logs leave it out; {@code vertebra test --out} writes
     * it.
     *
     * @return name without prefix to table; none by default
     */
    default Map<String, Table> tables() {
      return Map.of();
    }
  }
}
