package io.vertebra.engine.train;

import java.util.List;

/**
 * How long iterations of training took.
 *
 * @param precision what the network computed in
 * @param memoryFormat how its arrays lay in memory
 * @param threads how many threads shared an operation
 * @param batchSize images of a full batch
 * @param seconds seconds of each iteration: loading, forward, back, update
 * @param rates images a second of each iteration
 * @param cpuSeconds processor time of the process in an iteration, on average; on a machine that
 *     others use too it says more than the rates
 */
public record BenchResult(
    String precision,
    String memoryFormat,
    int threads,
    int batchSize,
    List<Double> seconds,
    List<Double> rates,
    double cpuSeconds) {
  /** Makes a result that does not change. */
  public BenchResult {
    seconds = List.copyOf(seconds);
    rates = List.copyOf(rates);
  }

  /**
   * Images a second of the iteration in the middle.
   *
   * @return the median of the rates
   */
  public double rate() {
    List<Double> sorted = rates.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
