package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.ScoreBatch;
import java.util.ArrayList;
import java.util.List;

/** The scores of each class, with whether the samples have it. */
final class ClassScores {
  private final List<BinaryScores> classes = new ArrayList<>();

  void add(ScoreBatch batch) {
    reserve(batch.classes());
    for (int sample = 0; sample < batch.size(); sample++) {
      for (int label = 0; label < batch.classes(); label++) {
        float relevance = batch.relevance(sample, label);
        if (relevance >= 0) {
          classes.get(label).add(batch.score(sample, label), relevance >= 1);
        }
      }
    }
  }

  private void reserve(int count) {
    while (classes.size() < count) {
      classes.add(new BinaryScores());
    }
  }

  void merge(ClassScores other) {
    reserve(other.classes.size());
    for (int label = 0; label < other.classes.size(); label++) {
      classes.get(label).merge(other.classes.get(label));
    }
  }

  /** The curves of all classes. */
  List<BinaryCurve> curves() {
    return classes.stream().map(BinaryScores::curve).toList();
  }

  /** Checks that scores of the classes were seen. */
  List<BinaryCurve> curves(List<Integer> labels) {
    Samples.check(classes.size());
    return labels.stream().map(this::curve).toList();
  }

  private BinaryCurve curve(int label) {
    if (label < 0 || label >= classes.size()) {
      throw new IllegalArgumentException(
          "curves names the class %d, but there are 0 to %d".formatted(label, classes.size() - 1));
    }
    return classes.get(label).curve();
  }
}
