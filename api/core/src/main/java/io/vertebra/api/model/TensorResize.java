package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;

/** Makes an array that a checkpoint has for another size of images fit a {@link Parameter}. */
@FunctionalInterface
public interface TensorResize {
  /**
   * Resizes an array.
   *
   * @param ops the operations
   * @param given the array of the checkpoint, float32; stays with the caller
   * @return an array of the parameter's shape; belongs to the manager of the given one
   * @throws IllegalArgumentException if the given array cannot be made to fit
   */
  NDArray resize(Ops ops, NDArray given);
}
