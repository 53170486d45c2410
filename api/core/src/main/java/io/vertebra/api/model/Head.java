package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.List;
import java.util.Map;

/** Turns features into scores of classes, and knows what to train them by. */
@ExtensionPoint(value = Kind.HEAD, common = NetworkSettings.class)
public abstract class Head extends Module {
  /** Makes a head with nothing in it. */
  protected Head() {}

  /**
   * Computes the logits.
   *
   * @param context the arrays and operations of this pass
   * @param features what neck or backbone gave, from shallow to deep
   * @return N x classes
   */
  public abstract NDArray logits(Context context, List<NDArray> features);

  /**
   * Computes the training objective.
   *
   * @param context the arrays and operations of this pass
   * @param features what neck or backbone gave, from shallow to deep
   * @param targets N, int64 class indices
   * @return scalars by name; those whose name contains {@code loss} are summed and minimised
   */
  public abstract Map<String, NDArray> loss(
      Context context, List<NDArray> features, NDArray targets);

  /**
   * Computes the scores of classes.
   *
   * @param context the arrays and operations of this pass
   * @param features what neck or backbone gave, from shallow to deep
   * @return N x classes, float32; what they range over is the head's matter, for one label an image
   *     they are probabilities
   */
  public abstract NDArray scores(Context context, List<NDArray> features);
}
