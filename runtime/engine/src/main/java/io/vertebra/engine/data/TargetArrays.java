package io.vertebra.engine.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.data.Target;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes arrays of the targets of a batch, in the form that {@link Batch} tells. */
final class TargetArrays {
  private static final int UNKNOWN = -1;

  private final NDManager manager;

  TargetArrays(NDManager manager) {
    this.manager = manager;
  }

  /**
   * Makes a batch of views with the targets of its samples.
   *
   * @param masks the masks, or null
   */
  Batch batch(NDList views, List<Target> targets, NDArray masks) {
    Set<String> tasks = tasks(targets);
    if (tasks.isEmpty()) {
      return new Batch(views, array(targets), Map.of(), masks);
    }
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    for (String task : tasks) {
      arrays.put(task, array(targets.stream().map(target -> ofTask(target, task)).toList()));
    }
    return new Batch(views, null, arrays, masks);
  }

  private static Set<String> tasks(List<Target> targets) {
    Set<String> tasks = new LinkedHashSet<>();
    for (Target target : targets) {
      if (target instanceof Target.Tasks all) {
        tasks.addAll(all.targets().keySet());
      }
    }
    return tasks;
  }

  private static Target ofTask(Target target, String task) {
    return target instanceof Target.Tasks all ? all.target(task) : Target.UNKNOWN;
  }

  private NDArray array(List<Target> targets) {
    return targets.stream()
        .filter(Target.ManyLabels.class::isInstance)
        .map(Target.ManyLabels.class::cast)
        .findFirst()
        .map(first -> scores(targets, first.classes()))
        .orElseGet(() -> labels(targets));
  }

  private NDArray labels(List<Target> targets) {
    long[] labels = new long[targets.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = targets.get(i) instanceof Target.OneLabel one ? one.label() : UNKNOWN;
    }
    return manager.create(labels);
  }

  private NDArray scores(List<Target> targets, int classes) {
    float[] scores = new float[targets.size() * classes];
    for (int i = 0; i < targets.size(); i++) {
      fill(scores, i * classes, classes, targets.get(i));
    }
    return manager.create(scores, new Shape(targets.size(), classes));
  }

  private static void fill(float[] scores, int from, int classes, Target target) {
    if (target instanceof Target.ManyLabels many && many.classes() == classes) {
      for (int label = 0; label < classes; label++) {
        scores[from + label] = many.score(label);
      }
    } else if (target instanceof Target.OneLabel one && one.label() < classes) {
      scores[from + one.label()] = 1;
    } else if (target instanceof Target.Unknown) {
      Arrays.fill(scores, from, from + classes, UNKNOWN);
    } else {
      throw new IllegalArgumentException(
          "the samples of a batch have targets of different numbers of classes: %d, and %s"
              .formatted(classes, target));
    }
  }
}
