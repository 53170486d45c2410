package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Parameter;

/** A linear map with a bias, {@code torch.nn.Linear}: ... x C to ... x K. */
public final class Linear extends Layer {
  private final Parameter weight;
  private final Parameter bias;

  /**
   * Makes a linear layer.
   *
   * @param inFeatures size of the last axis of the input
   * @param outFeatures size of the last axis of the output
   * @param bias whether a bias is added
   */
  public Linear(int inFeatures, int outFeatures, boolean bias) {
    Distribution initial = Distribution.fanInUniform(inFeatures);
    this.weight = addParameter("weight", new Shape(outFeatures, inFeatures), initial);
    this.bias = bias ? addParameter("bias", new Shape(outFeatures), initial) : null;
  }

  /**
   * Changes what a new weight is filled with; a new bias is then zeros.
   *
   * @param distribution the distribution of the weight
   * @return this
   */
  public Linear initializeWith(Distribution distribution) {
    return initializeWith(distribution, Distribution.zeros());
  }

  /**
   * Changes what new arrays are filled with.
   *
   * @param weights the distribution of the weight
   * @param biases the distribution of the bias, where there is one
   * @return this
   */
  public Linear initializeWith(Distribution weights, Distribution biases) {
    weight.initializeWith(weights);
    if (bias != null) {
      bias.initializeWith(biases);
    }
    return this;
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context
        .ops()
        .linear(input, context.get(weight), bias == null ? null : context.get(bias));
  }
}
