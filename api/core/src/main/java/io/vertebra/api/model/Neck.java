package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.List;
import java.util.OptionalInt;

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

  /**
   * Tells how many channels the last feature that it is given must have. The default does not tell.
   *
   * @return its option {@code in_channels}; empty where it takes any number
   */
  public OptionalInt inChannels() {
    return OptionalInt.empty();
  }

  /**
   * Tells how many channels its features will have. The default does not tell.
   *
   * @param inChannels the channels of the features that it is given, from shallow to deep; empty
   *     where they are not known
   * @return the channels of each feature that it gives; empty where they are not told
   */
  public List<Integer> outChannels(List<Integer> inChannels) {
    return List.of();
  }
}
