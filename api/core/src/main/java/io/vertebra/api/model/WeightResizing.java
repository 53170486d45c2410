package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/**
 * Fits weights that were trained with another size of images or windows, such as position
 * embeddings. A module that implements it is asked, when a file is loaded, for each of its arrays
 * that has another shape in the file.
 */
public interface WeightResizing {
  /**
   * Resizes an array of a file.
   *
   * @param name the name of the tensor within this module
   * @param given the array of the file, float32
   * @param wanted the shape of the tensor
   * @param ops the operations
   * @return an array of the wanted shape, in the scope of {@code given}; empty where the array is
   *     not one that can be resized, so that the file does not fit
   */
  Optional<NDArray> resize(String name, NDArray given, Shape wanted, Ops ops);
}
