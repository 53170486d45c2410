package io.vertebra.api.data;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Samples stacked into arrays. The arrays belong to the scope of the step.
 *
 * @param views one array for each view of the samples; for plain classification there is one
 * @param targets N, int64 class indices; null where the labels are not known
 */
public record Batch(List<NDArray> views, NDArray targets) {
  /** Makes a batch of one view at least. */
  public Batch {
    views = List.copyOf(requireNonNull(views, "views is null"));
    if (views.isEmpty()) {
      throw new IllegalArgumentException("a batch has one view at least");
    }
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
    return new Batch(newViews, targets);
  }
}
