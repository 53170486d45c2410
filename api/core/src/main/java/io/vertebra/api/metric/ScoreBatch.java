package io.vertebra.api.metric;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Scores of classes and targets of a batch, in Java's memory. */
public final class ScoreBatch {
  private final float[] scores;
  private final List<Target> targets;
  private final Map<String, Integer> tasks;

  /**
   * Makes a batch of samples of one label. The scores are not copied and must not change.
   *
   * @param scores N x classes, row by row
   * @param labels N class indices, -1 where the label is not known
   */
  public ScoreBatch(float[] scores, int... labels) {
    this(scores, Arrays.stream(labels).mapToObj(ScoreBatch::targetOf).toList(), Map.of());
  }

  /**
   * Makes a batch. The scores are not copied and must not change.
   *
   * @param scores N x classes, row by row; of several tasks those of one after those of the other
   * @param targets N targets
   * @param tasks how many scores each task has by its name, in the order of the scores; empty where
   *     there is one task without a name
   */
  public ScoreBatch(float[] scores, List<Target> targets, Map<String, Integer> tasks) {
    if (targets.isEmpty() || scores.length % targets.size() != 0) {
      throw new IllegalArgumentException(
          scores.length + " scores do not belong to " + targets.size() + " targets");
    }
    this.scores = requireNonNull(scores, "scores is null");
    this.targets = List.copyOf(targets);
    this.tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
    int named = tasks.values().stream().mapToInt(Integer::intValue).sum();
    if (!tasks.isEmpty() && named != classes()) {
      throw new IllegalArgumentException(
          "the tasks " + tasks + " have " + named + " scores, but there are " + classes());
    }
  }

  private static Target targetOf(int label) {
    return label < 0 ? Target.UNKNOWN : Target.of(label);
  }

  /**
   * How many samples there are.
   *
   * @return N, 1 or more
   */
  public int size() {
    return targets.size();
  }

  /**
   * How many classes are scored.
   *
   * @return the number; of several tasks that of all together
   */
  public int classes() {
    return scores.length / targets.size();
  }

  /**
   * The score of a class.
   *
   * @param sample from 0 to {@code size() - 1}
   * @param label from 0 to {@code classes() - 1}
   * @return the score
   */
  public float score(int sample, int label) {
    return scores[sample * classes() + label];
  }

  /**
   * The class of a sample.
   *
   * @param sample from 0 to {@code size() - 1}
   * @return the class index, from 0 to {@code classes() - 1}
   * @throws IllegalArgumentException if the sample has no label, not one alone, or one without a
   *     score
   */
  public int target(int sample) {
    if (!(targets.get(sample) instanceof Target.OneLabel one)) {
      throw new IllegalArgumentException(
          "a metric of one label a sample was given a sample that "
              + state(targets.get(sample))
              + ": use data with one label a sample, or another metric, such as MultiLabelMetric"
              + " for sets of labels");
    }
    checkLabel(one.label());
    return one.label();
  }

  /**
   * How much of a class a sample has; 1 for its only label and 0 for other classes where it has
   * one.
   *
   * @param sample from 0 to {@code size() - 1}
   * @param label from 0 to {@code classes() - 1}
   * @return 0 to 1, or -1 where that is not known
   * @throws IllegalArgumentException if the sample has no target, or one of other classes
   */
  public float relevance(int sample, int label) {
    Target target = targets.get(sample);
    if (target instanceof Target.OneLabel one) {
      checkLabel(one.label());
      return one.label() == label ? 1 : 0;
    }
    if (!(target instanceof Target.ManyLabels many)) {
      throw new IllegalArgumentException(
          "a metric was given a sample that " + state(target) + ": use data with labels");
    }
    if (many.classes() != classes()) {
      throw new IllegalArgumentException(
          "the target of a sample is of %d classes, but %d are scored"
              .formatted(many.classes(), classes()));
    }
    return many.score(label);
  }

  private void checkLabel(int label) {
    if (label >= classes()) {
      throw new IllegalArgumentException(
          "the label of a sample is %d, but only %d classes are scored"
              .formatted(label, classes()));
    }
  }

  private static String state(Target target) {
    if (target instanceof Target.Unknown) {
      return "has no label";
    }
    return target instanceof Target.ManyLabels ? "has a set of labels" : "has labels of tasks";
  }

  /**
   * The same scores with other targets.
   *
   * @param function gives the target of a sample from its present one
   * @return a batch that shares the scores of this one
   */
  public ScoreBatch withTargets(UnaryOperator<Target> function) {
    return new ScoreBatch(scores, targets.stream().map(function).toList(), tasks);
  }

  /**
   * The part of a task: its scores, of the samples whose target is known for it.
   *
   * @param name its name
   * @return the samples, or empty where none has a target
   * @throws IllegalArgumentException if there is no such task
   */
  public Optional<ScoreBatch> task(String name) {
    if (!tasks.containsKey(name)) {
      throw new IllegalArgumentException(
          "there is no task '" + name + "': the model has " + tasks.keySet());
    }
    int offset = 0;
    for (Map.Entry<String, Integer> task : tasks.entrySet()) {
      if (task.getKey().equals(name)) {
        break;
      }
      offset += task.getValue();
    }
    return columns(name, offset, tasks.get(name));
  }

  private Optional<ScoreBatch> columns(String task, int offset, int count) {
    List<Target> known = new ArrayList<>();
    float[] part = new float[size() * count];
    for (int sample = 0; sample < size(); sample++) {
      Target target =
          targets.get(sample) instanceof Target.Tasks all ? all.target(task) : Target.UNKNOWN;
      if (!(target instanceof Target.Unknown)) {
        System.arraycopy(scores, sample * classes() + offset, part, known.size() * count, count);
        known.add(target);
      }
    }
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new ScoreBatch(Arrays.copyOf(part, known.size() * count), known, Map.of()));
  }
}
