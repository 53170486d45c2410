package io.vertebra.engine.names;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Axes in another order, or divided and joined: <code>h w i o -> o i h w</code>. The same words
 * stand on both sides. One group alone, <code>(2j 2i c) -> (c 2i 2j)</code>, speaks of the last
 * axis of any array.
 */
record Rearrangement(Axes theirs, Axes ours, boolean lastAxis) implements Change {
  private static final String ARROW = " -> ";

  static Rearrangement parse(String text) {
    String[] sides = text.split(ARROW, -1);
    if (sides.length != 2) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no change: 1x1, 7x7, flat, or an order such as (2i 2j c) -> (c 2j 2i) or i o ->"
              + " o i");
    }
    Axes theirs = Axes.parse(sides[0]);
    Axes ours = Axes.parse(sides[1]);
    if (!theirs.words().stream().sorted().toList().equals(ours.words().stream().sorted().toList())
        || new HashSet<>(theirs.words()).size() != theirs.words().size()
        || theirs.lengths(theirs.axes().stream().map(axis -> 0L).toList()).isEmpty()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no order: both sides have the same words, each once, and each axis of theirs"
              + " has one without a length");
    }
    boolean group = sides[0].startsWith("(") && sides[1].startsWith("(");
    return new Rearrangement(
        theirs, ours, group && theirs.axes().size() == 1 && ours.axes().size() == 1);
  }

  @Override
  public boolean fits(List<Long> shape, List<Long> wanted) {
    return lastAxis
        ? shape.equals(wanted) && theirs.lengths(axesOf(shape)).isPresent()
        : theirs.lengths(shape).map(ours::shape).equals(Optional.of(wanted));
  }

  @Override
  public Optional<List<Long>> theirShape(List<Long> shape) {
    return lastAxis
        ? ours.lengths(axesOf(shape)).map(lengths -> shape)
        : ours.lengths(shape).map(theirs::shape);
  }

  /** The part of a shape that the words are for. */
  private List<Long> axesOf(List<Long> shape) {
    return lastAxis && !shape.isEmpty() ? shape.subList(shape.size() - 1, shape.size()) : shape;
  }

  @Override
  public ByteBuffer toOurs(ByteBuffer values, List<Long> shape, int bytes) {
    return moved(values, theirs, ours, shape, bytes);
  }

  @Override
  public ByteBuffer toTheirs(ByteBuffer values, List<Long> shape, int bytes) {
    return moved(values, ours, theirs, shape, bytes);
  }

  private ByteBuffer moved(ByteBuffer values, Axes from, Axes to, List<Long> shape, int bytes) {
    Map<String, Long> lengths =
        from.lengths(axesOf(shape))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "an array of shape %s has no order %s".formatted(shape, from.axes())));
    AxisMove move = new AxisMove(from.words(), to.words(), lengths);
    ByteBuffer target =
        ByteBuffer.allocateDirect(values.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    int run = Math.multiplyExact(move.size(), bytes);
    for (int start = 0; start < target.capacity(); start += run) {
      move.copy(values.slice(values.position() + start, run), target.slice(start, run), bytes);
    }
    return target;
  }
}
