package io.vertebra.engine.safetensors;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the header of a file says of a tensor, but for its place.
 *
 * @param name the name, unique in its file
 * @param type the type of the elements
 * @param shape the length of each dimension, at least 0 each; empty for a single number
 */
public record TensorInfo(String name, ElementType type, List<Long> shape) {
  /** Checks that the size can be expressed in bytes. */
  public TensorInfo {
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
    shape = List.copyOf(shape);
    size(type, shape);
  }

  /**
   * Returns the size of the tensor.
   *
   * @return the number of bytes
   */
  public long bytes() {
    return size(type, shape);
  }

  private static long size(ElementType type, List<Long> shape) {
    long size = type.bytes();
    try {
      for (long length : shape) {
        if (length < 0) {
          throw new IllegalArgumentException("the shape " + shape + " has a negative length");
        }
        size = Math.multiplyExact(size, length);
      }
      return size;
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the shape " + shape + " is too large", e);
    }
  }
}
