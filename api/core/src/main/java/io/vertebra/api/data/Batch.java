package io.vertebra.api.data;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Samples stacked into arrays. The arrays belong to the scope of the step.
 *
 * @param views one array for each view of the samples; for plain classification there is one
 * @param targets N, int64 class indices, -1 where the label is not known; or N x classes, float32:
 *     how much of each class there is, 0 to 1, and -1 where that is not known; null where there are
 *     no targets at all, or only those of tasks
 * @param taskTargets for samples of several tasks the targets of each by its name, in the form of
 *     {@code targets}; a task within another is named {@code outer.inner}
 * @param masks N x rows x columns, float32: 1 for patches that are hidden, 0 for others; null where
 *     the pipeline makes no masks
 */
public record Batch(
    List<NDArray> views, NDArray targets, Map<String, NDArray> taskTargets, NDArray masks) {
  /** Makes a batch of one view at least. */
  public Batch {
    taskTargets =
        Collections.unmodifiableMap(
            new LinkedHashMap<>(requireNonNull(taskTargets, "taskTargets is null")));
    views = List.copyOf(requireNonNull(views, "views is null"));
    if (views.isEmpty()) {
      throw new IllegalArgumentException("a batch has one view at least");
    }
  }

  /**
   * Makes a batch of samples of one task.
   *
   * @param views one array for each view
   * @param targets class indices or scores, or null
   */
  public Batch(List<NDArray> views, NDArray targets) {
    this(views, targets, Map.of(), null);
  }

  /**
   * The first, and most often only, view.
   *
   * @return N x H x W x C uint8 before the data preprocessor, N x C x H x W float32 after it
   */
  public NDArray images() {
    return views.get(0);
  }

  /**
   * The same samples with other views.
   *
   * @param newViews the views
   * @return a batch with these views
   */
  public Batch withViews(List<NDArray> newViews) {
    return new Batch(newViews, targets, taskTargets, masks);
  }

  /**
   * The same samples with other targets.
   *
   * @param newTargets class indices or scores
   * @return a batch with these targets
   */
  public Batch withTargets(NDArray newTargets) {
    return new Batch(views, newTargets, taskTargets, masks);
  }
}
