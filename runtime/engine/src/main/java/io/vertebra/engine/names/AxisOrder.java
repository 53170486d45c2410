package io.vertebra.engine.names;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An axis that is several axes in one, in another order: <code>(2i 2j c) -> (c 2j 2i)</code>. The
 * same words stand on both sides; one of them has no length, and takes what the others leave.
 */
record AxisOrder(List<String> theirs, List<String> ours) implements Change {
  private static final Pattern TEXT = Pattern.compile("\\(([^()]+)\\) -> \\(([^()]+)\\)");
  private static final Pattern WORD = Pattern.compile("(\\d*)[a-z]*");

  static AxisOrder parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no change: 1x1, flat, or an order such as (2i 2j c) -> (c 2j 2i)");
    }
    AxisOrder order = new AxisOrder(words(matcher.group(1)), words(matcher.group(2)));
    if (!order.theirs.stream().sorted().toList().equals(order.ours.stream().sorted().toList())
        || order.theirs.stream().distinct().count() != order.theirs.size()
        || order.theirs.stream().filter(word -> length(word) == 0).count() != 1) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no order: both sides have the same words, each once, and one without a"
              + " length");
    }
    return order;
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split(" ", -1));
  }

  /** The length that a word begins with, 0 for none. */
  private static int length(String word) {
    Matcher matcher = WORD.matcher(word);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + word + "' is no axis: write a length, a letter");
    }
    return matcher.group(1).isEmpty() ? 0 : Integer.parseInt(matcher.group(1));
  }

  @Override
  public List<Long> theirShape(List<Long> shape) {
    return shape;
  }

  @Override
  public Optional<int[]> order(int axis) {
    int fixed =
        theirs.stream().mapToInt(word -> Math.max(1, length(word))).reduce(1, (a, b) -> a * b);
    if (axis % fixed != 0) {
      throw new IllegalArgumentException(
          "an axis of length %d has no order %s: it is no multiple of %d"
              .formatted(axis, theirs, fixed));
    }
    int free = axis / fixed;
    int[] order = new int[axis];
    for (int place = 0; place < axis; place++) {
      order[place] = theirPlace(place, free);
    }
    return Optional.of(order);
  }

  /** Takes a place of ours apart, word by word from the last, and puts it together as theirs. */
  private int theirPlace(int place, int free) {
    int[] coordinates = new int[theirs.size()];
    int rest = place;
    for (int i = ours.size() - 1; i >= 0; i--) {
      int size = size(ours.get(i), free);
      coordinates[theirs.indexOf(ours.get(i))] = rest % size;
      rest /= size;
    }
    int result = 0;
    for (int i = 0; i < coordinates.length; i++) {
      result = result * size(theirs.get(i), free) + coordinates[i];
    }
    return result;
  }

  private static int size(String word, int free) {
    int length = length(word);
    return length == 0 ? free : length;
  }
}
