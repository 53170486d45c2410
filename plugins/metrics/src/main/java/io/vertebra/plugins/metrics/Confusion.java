package io.vertebra.plugins.metrics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A confusion matrix: rows are true classes, columns predicted ones. */
final class Confusion {
  private final long[][] counts;
  private final double[] rows;
  private final double[] columns;
  private final double total;

  Confusion(long[][] counts) {
    this.counts = counts;
    this.rows = sums(i -> Arrays.stream(counts[i]).sum());
    this.columns = sums(j -> Arrays.stream(counts).mapToLong(row -> row[j]).sum());
    this.total = Arrays.stream(rows).sum();
  }

  private double[] sums(IntToDoubleFunction sum) {
    return IntStream.range(0, counts.length).mapToDouble(sum).toArray();
  }

  int classes() {
    return counts.length;
  }

  long count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /**
   * Cohen's kappa with the given weight of each disagreement (Cohen, Weighted kappa, 1968).
   *
   * @param weight of the difference of two labels
   */
  double kappa(IntToDoubleFunction weight) {
    double observed = 0;
    double expected = 0;
    for (int i = 0; i < classes(); i++) {
      for (int j = 0; j < classes(); j++) {
        double disagreement = weight.applyAsDouble(Math.abs(i - j));
        observed += disagreement * counts[i][j];
        expected += disagreement * rows[i] * columns[j] / total;
      }
    }
    return 1 - observed / expected;
  }

  /** The mean over classes with samples of the share of them that is predicted right. */
  double balancedAccuracy() {
    return IntStream.range(0, classes())
        .filter(i -> rows[i] > 0)
        .mapToDouble(i -> counts[i][i] / rows[i])
        .average()
        .orElseThrow();
  }

  /**
   * The correlation of true and predicted classes (Gorodkin, 2004); 0 where one has no variance.
   */
  double matthews() {
    double right = 0;
    double agreement = 0;
    for (int i = 0; i < classes(); i++) {
      right += counts[i][i];
      agreement += rows[i] * columns[i];
    }
    double covariance = right * total - agreement;
    double variances = (total * total - squares(rows)) * (total * total - squares(columns));
    return variances == 0 ? 0 : covariance / Math.sqrt(variances);
  }

  private static double squares(double... values) {
    return Arrays.stream(values).map(value -> value * value).sum();
  }
}
