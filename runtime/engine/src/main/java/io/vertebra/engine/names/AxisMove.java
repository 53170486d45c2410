package io.vertebra.engine.names;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** Copies an array so that its axes come in another order. */
final class AxisMove {
  /**
   * Of each axis of the copy, first to last: its length, and how far its places lie in the source.
   */
  private final int[] lengths;

  private final int[] steps;

  AxisMove(List<String> from, List<String> to, Map<String, Long> lengths) {
    this.lengths = to.stream().mapToInt(word -> Math.toIntExact(lengths.get(word))).toArray();
    this.steps = to.stream().mapToInt(word -> step(from, word, lengths)).toArray();
  }

  private static int step(List<String> from, String word, Map<String, Long> lengths) {
    return Math.toIntExact(
        from.subList(from.indexOf(word) + 1, from.size()).stream()
            .map(lengths::get)
            .reduce(1L, Math::multiplyExact));
  }

  /** How many values are moved together. */
  int size() {
    int size = 1;
    for (int length : lengths) {
      size = Math.multiplyExact(size, length);
    }
    return size;
  }

  /**
   * Copies values.
   *
   * @param source as many values as are moved together
   * @param target takes them
   * @param bytes the size of a value
   */
  void copy(ByteBuffer source, ByteBuffer target, int bytes) {
    int[] places = new int[lengths.length];
    int from = 0;
    while (target.hasRemaining()) {
      copyValue(source, from * bytes, target, bytes);
      int axis = lengths.length - 1;
      while (axis >= 0 && places[axis] == lengths[axis] - 1) {
        from -= places[axis] * steps[axis];
        places[axis] = 0;
        axis--;
      }
      if (axis >= 0) {
        places[axis]++;
        from += steps[axis];
      }
    }
  }

  private static void copyValue(ByteBuffer source, int start, ByteBuffer target, int bytes) {
    if (bytes == Integer.BYTES && source.order() == target.order()) {
      target.putInt(source.getInt(start));
      return;
    }
    for (int i = 0; i < bytes; i++) {
      target.put(source.get(start + i));
    }
  }
}
