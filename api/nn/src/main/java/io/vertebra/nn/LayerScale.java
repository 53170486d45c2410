package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Parameter;

/**
 * Multiplies each feature by a number of its own, so that residual branches can start small
 * (Touvron et al., Going deeper with Image Transformers, 2021); {@code
 * mmcv.cnn.bricks.transformer.LayerScale}. ... x C to the same shape.
 */
public final class LayerScale extends Layer {
  private final Parameter weight;

  /**
   * Makes the layer.
   *
   * @param features size of the last axis of the input
   * @param initial what all numbers are at first
   */
  public LayerScale(int features, double initial) {
    this.weight = addParameter("weight", new Shape(features), new Distribution.Constant(initial));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return input.mul(context.get(weight));
  }
}
