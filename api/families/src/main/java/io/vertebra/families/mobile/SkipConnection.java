package io.vertebra.families.mobile;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;

/** A branch under a name, and the input added to its output where that has the same shape. */
public final class SkipConnection extends Layer {
  private final Layer branch;
  private final boolean adds;

  /**
   * Makes the layer.
   *
   * @param name the name of the branch within this
   * @param branch the branch
   * @param adds whether the input is added; it then has the shape of the output
   */
  public SkipConnection(String name, Layer branch, boolean adds) {
    this.branch = addModule(name, branch);
    this.adds = adds;
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray output = branch.forward(context, input);
    return adds ? output.add(input) : output;
  }
}
