package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.List;

/** Stands between backbone and head, for example to pool. */
@ExtensionPoint(value = Kind.NECK, common = NetworkSettings.class)
public abstract class Neck extends Module {
  /** Makes a neck with nothing in it. */
  protected Neck() {}

  /**
   * Transforms the features.
   *
   * @param context the arrays and operations of this pass
   * @param features what the backbone gave, from shallow to deep
   * @return as many arrays as it was given, or fewer
   */
  public abstract List<NDArray> forward(Context context, List<NDArray> features);
}
