package io.vertebra.engine.names;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values lie in the same order under another shape. Axes of length one count for nothing.
 *
 * @param shapes makes the shape of theirs of that of ours; empty where there is none
 */
record Reshape(Function<List<Long>, Optional<List<Long>>> shapes) implements Change {
  /**
   * Theirs is a convolution with a square window where ours is a linear layer on maps of that size:
   * the last axis of ours is channels, rows and columns. With a window of one, both axes are added.
   */
  static Reshape window(int side) {
    long area = (long) side * side;
    return new Reshape(
        ours -> {
          List<Long> theirs = new ArrayList<>(ours);
          if (side > 1) {
            int last = ours.size() - 1;
            if (last < 0 || ours.get(last) % area != 0) {
              return Optional.empty();
            }
            theirs.set(last, ours.get(last) / area);
          }
          theirs.addAll(List.of((long) side, (long) side));
          return Optional.of(theirs);
        });
  }

  @Override
  public boolean fits(List<Long> theirs, List<Long> ours) {
    return withoutOnes(theirs).equals(withoutOnes(ours))
        || theirShape(ours).equals(Optional.of(theirs));
  }

  private static List<Long> withoutOnes(List<Long> shape) {
    return shape.stream().filter(length -> length != 1).toList();
  }

  @Override
  public Optional<List<Long>> theirShape(List<Long> ours) {
    return shapes.apply(ours);
  }

  @Override
  public ByteBuffer toOurs(ByteBuffer values, List<Long> theirs, int bytes) {
    return values;
  }

  @Override
  public ByteBuffer toTheirs(ByteBuffer values, List<Long> ours, int bytes) {
    return values;
  }
}
