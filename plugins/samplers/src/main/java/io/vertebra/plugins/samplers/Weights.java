package io.vertebra.plugins.samplers;

import io.vertebra.api.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws samples with probabilities in proportion to weights. */
final class Weights {
  private final double[] weights;

  private Weights(double[] weights) {
    this.weights = weights;
  }

  /**
   * Weighs each sample as the class of it that weighs most; one without a known class counts
   * nothing.
   *
   * @param dataset the samples
   * @param ofClass the weight of a class, by label
   * @throws IllegalArgumentException if no sample has a weight
   */
  static Weights ofClasses(Dataset dataset, IntToDoubleFunction ofClass) {
    double[] weights = new double[dataset.size()];
    for (int i = 0; i < weights.length; i++) {
      List<Integer> labels = dataset.target(i).labels();
      weights[i] =
          labels.stream().mapToDouble(label -> ofClass.applyAsDouble(label)).max().orElse(0);
    }
    if (Arrays.stream(weights).sum() <= 0) {
      throw new IllegalArgumentException(
          "no sample of the data set has a class with a weight: there is nothing to draw");
    }
    return new Weights(weights);
  }

  /** How many samples there are of each class of a data set. */
  static int[] counts(Dataset dataset) {
    int[] counts = new int[dataset.classes().size()];
    for (int i = 0; i < dataset.size(); i++) {
      for (int label : dataset.target(i).labels()) {
        if (label >= counts.length) {
          counts = Arrays.copyOf(counts, label + 1);
        }
        counts[label]++;
      }
    }
    return counts;
  }

  /** Draws samples, any of them again and again. */
  int[] withReplacement(int count, RandomGenerator random) {
    double[] sums = weights.clone();
    Arrays.parallelPrefix(sums, Double::sum);
    double total = sums[sums.length - 1];
    return IntStream.range(0, count).map(i -> find(sums, random.nextDouble() * total)).toArray();
  }

  /** The first sample whose sum of weights is greater than a value. */
  private static int find(double[] sums, double value) {
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] > value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * Draws different samples (Efraimidis and Spirakis, Weighted random sampling with a reservoir,
   * 2006): those with the greatest u^(1/w).
   *
   * @throws IllegalArgumentException if there are not that many with a weight
   */
  int[] withoutReplacement(int count, RandomGenerator random) {
    double[] keys = new double[weights.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Math.log(1 - random.nextDouble()) / weights[i];
    }
    int[] drawn =
        IntStream.range(0, weights.length)
            .filter(i -> weights[i] > 0)
            .boxed()
            .sorted((first, second) -> Double.compare(keys[second], keys[first]))
            .limit(count)
            .mapToInt(Integer::intValue)
            .toArray();
    if (drawn.length < count) {
      throw new IllegalArgumentException(
          "num_samples is %d, but only %d samples have a weight: set replacement: true"
              .formatted(count, drawn.length));
    }
    return drawn;
  }
}
