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
   * @return the output, or the input where nothing is to be done; belongs to the scope of the pass,
   *     and may be closed before its end by who called, but not by the layer
   */
  public abstract NDArray forward(Context context, NDArray input);

  /**
   * Computes the output of an input that nothing else needs, and closes the input. The memory of
   * what lies between two layers is free again as soon as the gradients do not need it, not only at
   * the end of the pass. Layers that can compute in place do so here.
   *
   * @param context the arrays and operations of this pass
   * @param input the input, made by who calls; closed by this method unless it is also the output
   * @return the output, as of {@link #forward}
   */
  public NDArray consume(Context context, NDArray input) {
    NDArray output = forward(context, input);
    if (output != input) {
      input.close();
    }
    return output;
  }
}
