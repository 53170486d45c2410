package io.vertebra.api.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * A place for an array in a network: what the array is, not the array itself. The array belongs to
 * whoever runs the network and is looked up through {@link Context#get}, so one network can have
 * several sets of arrays: replicas, averages.
 */
public abstract sealed class ModelTensor permits Parameter, Buffer {
  private final Shape shape;
  private final DataType dataType;

  ModelTensor(Shape shape, DataType dataType) {
    this.shape = requireNonNull(shape, "shape is null");
    this.dataType = requireNonNull(dataType, "dataType is null");
  }

  /**
   * The shape of the array.
   *
   * @return the shape, without unknown dimensions
   */
  public final Shape shape() {
    return shape;
  }

  /**
   * The type of the array's elements.
   *
   * @return the type
   */
  public final DataType dataType() {
    return dataType;
  }

  /**
   * The values of a new array.
   *
   * @return the distribution that they are drawn from
   */
  public abstract Distribution initial();

  /**
   * Whether the array is part of the state dict.
   *
   * @return true if it is saved and loaded
   */
  public abstract boolean persistent();
}
