package io.vertebra.families.mobile;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;

/**
 * A block whose values are computed again on the way back instead of kept, see {@link
 * Context#recompute}. It registers no modules; the network registers the block.
 */
public final class Recomputed extends Layer {
  private final Layer block;

  /**
   * Makes the layer.
   *
   * @param block a module of the network
   */
  public Recomputed(Layer block) {
    this.block = requireNonNull(block, "block is null");
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.recompute(block, input);
  }
}
