package io.vertebra.nn;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;

/** The branch of an encoder layer that maps each token on its own: ... x C to the same shape. */
public abstract class TokenMlp extends Layer {
  /** Makes a branch with nothing in it. */
  protected TokenMlp() {}

  /**
   * Changes what new arrays are filled with: weights Xavier uniform, biases normal with a deviation
   * of 1e-6, as {@code mmpretrain}'s encoder and mixer layers do.
   */
  public abstract void initializeXavier();

  /** Starts a linear map so. */
  static void initializeXavier(Linear linear, int inFeatures, int outFeatures) {
    linear.initializeWith(
        Distribution.xavierUniform(inFeatures, outFeatures), new Distribution.Normal(0, 1e-6));
  }
}
