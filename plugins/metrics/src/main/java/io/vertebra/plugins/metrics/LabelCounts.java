package io.vertebra.plugins.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How often each class was predicted, true, and both. */
final class LabelCounts {
  private static final double SMALLEST = Math.ulp(1f);

  private long[] hits = {};
  private long[] predicted = {};
  private long[] actual = {};

  LabelCounts() {}

  private LabelCounts(long hits, long predicted, long actual) {
    this.hits = new long[] {hits};
    this.predicted = new long[] {predicted};
    this.actual = new long[] {actual};
  }

  /** Makes room for classes that were not seen yet. */
  void reserve(int classes) {
    if (classes > hits.length) {
      hits = Arrays.copyOf(hits, classes);
      predicted = Arrays.copyOf(predicted, classes);
      actual = Arrays.copyOf(actual, classes);
    }
  }

  void addPredicted(int label) {
    predicted[label]++;
  }

  void addActual(int label) {
    actual[label]++;
  }

  /** Counts a class that was both predicted and true; the two are counted for themselves. */
  void addHit(int label) {
    hits[label]++;
  }

  void merge(LabelCounts other) {
    reserve(other.hits.length);
    for (int label = 0; label < other.hits.length; label++) {
      hits[label] += other.hits[label];
      predicted[label] += other.predicted[label];
      actual[label] += other.actual[label];
    }
  }

  /** The counts of all classes together, as if there were one. */
  LabelCounts pooled() {
    return new LabelCounts(sum(hits), sum(predicted), sum(actual));
  }

  private static long sum(long... counts) {
    return LongStream.of(counts).sum();
  }

  /** The figures of all classes; precision, recall and F1 in percent. */
  List<Double> values(Item item) {
    return IntStream.range(0, hits.length).mapToObj(label -> value(item, label)).toList();
  }

  private double value(Item item, int label) {
    return switch (item) {
      case PRECISION -> percent(hits[label], predicted[label]);
      case RECALL -> percent(hits[label], actual[label]);
      case F1_SCORE ->
          harmonicMean(percent(hits[label], predicted[label]), percent(hits[label], actual[label]));
      case SUPPORT -> actual[label];
    };
  }

  private static double percent(long part, long whole) {
    return 100.0 * part / Math.max(whole, 1);
  }

  private static double harmonicMean(double precision, double recall) {
    return 2 * precision * recall / Math.max(precision + recall, SMALLEST);
  }

  /** One figure of all classes. */
  double average(Item item, Average average) {
    if (item == Item.SUPPORT) {
      return sum(actual);
    }
    return switch (average) {
      case MICRO -> pooled().value(item, 0);
      case MACRO -> values(item).stream().mapToDouble(Double::doubleValue).average().orElse(0);
      case WEIGHTED -> weighted(item);
    };
  }

  private double weighted(Item item) {
    double total = 0;
    for (int label = 0; label < hits.length; label++) {
      total += value(item, label) * actual[label];
    }
    return total / Math.max(sum(actual), 1);
  }
}
