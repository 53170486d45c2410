package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.Parameter;

/**
 * Normalises the features of each position by their own mean and variance (Ba et al., Layer
 * Normalization, 2016), {@code torch.nn.LayerNorm}: ... x C to the same shape.
 */
public class LayerNorm extends Norm {
  private final Parameter weight;
  private final Parameter bias;
  private final double epsilon;

  /**
   * Makes a layer norm.
   *
   * @param features size of the last axis of the input
   * @param epsilon what is added to the variance
   */
  public LayerNorm(int features, double epsilon) {
    Shape shape = new Shape(features);
    this.weight = addParameter("weight", shape, Distribution.ones());
    this.bias = addParameter("bias", shape, Distribution.zeros());
    this.epsilon = epsilon;
  }

  @Override
  public final String abbreviation() {
    return "ln";
  }

  @Override
  public final NDArray forward(Context context, NDArray input) {
    NDArray output =
        context.ops().layerNorm(input, context.get(weight), context.get(bias), epsilon);
    context.show(this, output);
    return output;
  }
}
