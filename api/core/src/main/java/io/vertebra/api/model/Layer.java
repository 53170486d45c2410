package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;

/** A module from one array to one array. */
public abstract class Layer extends Module {
  /** Makes a layer with nothing in it. */
  protected Layer() {}

  /**
   * Computes the output.
   *
   * @param context the arrays and operations of this pass
   * @param input the input; stays with the caller
   * @return the output; belongs to the scope of the pass
   */
  public abstract NDArray forward(Context context, NDArray input);
}
