package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Parameter;

/**
 * Lets channels compete by their norm over all positions (Woo et al., ConvNeXt V2, 2023, section
 * 3.2), {@code mmpretrain.models.utils.GRN}: N x H x W x C to the same shape. A new one changes
 * nothing.
 */
public final class GlobalResponseNorm extends Layer {
  private static final double EPSILON = 1e-6;

  private final Parameter gamma;
  private final Parameter beta;

  /**
   * Makes the layer.
   *
   * @param features channels of the input
   */
  public GlobalResponseNorm(int features) {
    Shape shape = new Shape(features);
    this.gamma = addParameter("gamma", shape, Distribution.zeros());
    this.beta = addParameter("beta", shape, Distribution.zeros());
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().globalResponseNorm(input, context.get(gamma), context.get(beta), EPSILON);
  }
}
