package io.vertebra.api.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** An array that a network keeps but an optimizer does not change, such as a running mean. */
public final class Buffer extends ModelTensor {
  private final Distribution initial;
  private final boolean persistent;

  Buffer(Shape shape, DataType dataType, Distribution initial, boolean persistent) {
    super(shape, dataType);
    this.initial = requireNonNull(initial, "initial is null");
    this.persistent = persistent;
  }

  @Override
  public Distribution initial() {
    return initial;
  }

  @Override
  public boolean persistent() {
    return persistent;
  }
}
