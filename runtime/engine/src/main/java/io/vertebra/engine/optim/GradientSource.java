package io.vertebra.engine.optim;

import ai.djl.ndarray.NDArray;
import io.vertebra.engine.torch.TensorList;

/** Goes the way back from a loss. */
@FunctionalInterface
public interface GradientSource {
  /**
   * Computes gradients.
   *
   * @param loss a single number with a graph, which may be released
   * @param parameters tensors that require gradients
   * @return one gradient for each parameter, in their order, to be closed by the caller; zeros
   *     where the loss does not depend on one
   */
  TensorList gradients(NDArray loss, TensorList parameters);
}
