package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.Map;

/** A whole learner, from prepared images to a loss and to scores. */
@ExtensionPoint(value = Kind.ALGORITHM, common = NetworkSettings.class)
public abstract class Algorithm extends Module {
  /** Makes an algorithm with nothing in it. */
  protected Algorithm() {}

  /**
   * Computes the training objective of a batch.
   *
   * @param context the arrays and operations of this pass
   * @param batch images N x C x H x W float32, and their targets
   * @return scalars by name; those whose name contains {@code loss} are summed and minimised, the
   *     others are logged
   */
  public abstract Map<String, NDArray> loss(Context context, Batch batch);

  /**
   * Computes the scores of classes.
   *
   * @param context the arrays and operations of this pass
   * @param images N x C x H x W, float32
   * @return N x classes, float32
   */
  public abstract NDArray scores(Context context, NDArray images);
}
