package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.List;

/** Turns images into feature maps, one for each stage that is asked for. */
@ExtensionPoint(value = Kind.BACKBONE, common = NetworkSettings.class)
public abstract class Backbone extends Module {
  /** Makes a backbone with nothing in it. */
  protected Backbone() {}

  /**
   * Computes the features.
   *
   * @param context the arrays and operations of this pass
   * @param images N x C x H x W
   * @return the features of the stages asked for, from shallow to deep; one at least
   */
  public abstract List<NDArray> forward(Context context, NDArray images);
}
