package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * For each different score, from the highest down, how many samples with and without something
 * score as much or more. Equal scores make one point, so that no order among them matters.
 */
final class BinaryCurve {
  private final long[] hits;
  private final long[] misses;

  BinaryCurve(long[] hits, long[] misses) {
    this.hits = hits;
    this.misses = misses;
  }

  private long last(long... counts) {
    return counts.length == 0 ? 0 : counts[counts.length - 1];
  }

  /** How many samples have it. */
  long positives() {
    return last(hits);
  }

  /** How many samples do not have it. */
  long negatives() {
    return last(misses);
  }

  private double precision(int point) {
    return (double) hits[point] / (hits[point] + misses[point]);
  }

  /** The sum over points of the gain in recall times the precision there; 0 without positives. */
  double averagePrecision() {
    double sum = 0;
    for (int i = 0; i < hits.length; i++) {
      sum += (hits[i] - (i == 0 ? 0 : hits[i - 1])) * precision(i);
    }
    return sum / Math.max(positives(), 1);
  }

  /** The area below the ROC curve by the trapezoidal rule; NaN without positives or negatives. */
  double rocArea() {
    double area = 0;
    for (int i = 0; i < hits.length; i++) {
      long hitsBefore = i == 0 ? 0 : hits[i - 1];
      long missesBefore = i == 0 ? 0 : misses[i - 1];
      area += (misses[i] - missesBefore) * (hits[i] + hitsBefore) / 2.0;
    }
    return area / ((double) positives() * negatives());
  }

  /** The points of the ROC curve, from (0, 0) to (1, 1). */
  Table roc() {
    List<List<Double>> points = new ArrayList<>();
    points.add(List.of(0.0, 0.0));
    for (int i = 0; i < hits.length; i++) {
      points.add(
          List.of(
              (double) misses[i] / Math.max(negatives(), 1),
              (double) hits[i] / Math.max(positives(), 1)));
    }
    return new Table(List.of("fpr", "tpr"), points);
  }

  /** The points of the precision-recall curve, from all samples to none, which ends at (1, 0). */
  Table precisionRecall() {
    List<List<Double>> points = new ArrayList<>();
    points.add(List.of(1.0, 0.0));
    for (int i = 0; i < hits.length; i++) {
      points.add(List.of(precision(i), (double) hits[i] / Math.max(positives(), 1)));
    }
    Collections.reverse(points);
    return new Table(List.of("precision", "recall"), points);
  }
}
