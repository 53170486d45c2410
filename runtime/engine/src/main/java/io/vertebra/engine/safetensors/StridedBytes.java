package io.vertebra.engine.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A tensor within a longer run of elements.
 *
 * @param offset the first element
 * @param shape the length of each axis
 * @param strides how many elements further the next one of each axis lies
 */
public record StridedBytes(long offset, List<Long> shape, List<Long> strides) {
  /** Checks that no axis or step is negative. */
  public StridedBytes {
    shape = List.copyOf(shape);
    strides = List.copyOf(strides);
    if (shape.size() != strides.size()
        || offset < 0
        || shape.stream().anyMatch(each -> each < 0)
        || strides.stream().anyMatch(each -> each < 0)) {
      throw new IllegalArgumentException(
          "a tensor at %d of shape %s with steps %s is impossible"
              .formatted(offset, shape, strides));
    }
  }

  /**
   * The strides of a tensor whose last axis runs fastest.
   *
   * @param shape the length of each axis
   * @return the strides
   */
  public static List<Long> rowMajor(List<Long> shape) {
    List<Long> strides = new ArrayList<>();
    long step = 1;
    for (int i = shape.size() - 1; i >= 0; i--) {
      strides.add(step);
      step = Math.multiplyExact(step, Math.max(1, shape.get(i)));
    }
    Collections.reverse(strides);
    return strides;
  }

  /**
   * How many elements the run must have.
   *
   * @return the last element that is used and one; 0 for a tensor without elements
   * @throws ArithmeticException if it cannot be expressed
   */
  public long reach() {
    long last = offset;
    for (int i = 0; i < shape.size(); i++) {
      if (shape.get(i) == 0) {
        return 0;
      }
      last = Math.addExact(last, Math.multiplyExact(shape.get(i) - 1, strides.get(i)));
    }
    return Math.addExact(last, 1);
  }

  /**
   * Takes the tensor out of a run.
   *
   * @param run a direct buffer of the run, which {@link #reach} fits
   * @param bytes the size of an element
   * @return the bytes of the tensor in C order: a part of the run where they lie so, else a copy
   */
  public ByteBuffer in(ByteBuffer run, int bytes) {
    long count = shape.stream().reduce(1L, Math::multiplyExact);
    int size = Math.toIntExact(Math.multiplyExact(count, bytes));
    if (count == 0 || liesInOrder()) {
      int start = count == 0 ? 0 : Math.toIntExact(offset * bytes);
      return run.slice(run.position() + start, size).order(ByteOrder.LITTLE_ENDIAN);
    }
    ByteBuffer target = ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
    long[] position = new long[shape.size()];
    while (target.hasRemaining()) {
      int from = run.position() + Math.toIntExact(element(position) * bytes);
      target.put(run.slice(from, bytes));
      advance(position);
    }
    return target.flip();
  }

  private boolean liesInOrder() {
    List<Long> dense = rowMajor(shape);
    for (int i = 0; i < shape.size(); i++) {
      if (shape.get(i) != 1 && !dense.get(i).equals(strides.get(i))) {
        return false;
      }
    }
    return true;
  }

  private long element(long... position) {
    long element = offset;
    for (int i = 0; i < position.length; i++) {
      element += position[i] * strides.get(i);
    }
    return element;
  }

  private void advance(long... position) {
    for (int i = position.length - 1; i >= 0; i--) {
      position[i]++;
      if (position[i] < shape.get(i)) {
        return;
      }
      position[i] = 0;
    }
  }
}
