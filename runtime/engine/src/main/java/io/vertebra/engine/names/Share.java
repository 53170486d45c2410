package io.vertebra.engine.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the equal parts of theirs, along the first axis, ours is: <code>1/3</code>, the first of
 * three.
 *
 * @param number the number of the part, from 1
 * @param count how many parts there are
 */
public record Share(int number, int count) {
  /** All of theirs. */
  public static final Share WHOLE = new Share(1, 1);

  private static final Pattern TEXT = Pattern.compile("([1-9])/([1-9])");

  /** Checks that there is such a part. */
  public Share {
    if (number < 1 || number > count) {
      throw new IllegalArgumentException(
          "'%d/%d' is no part: the first of three is 1/3".formatted(number, count));
    }
  }

  /** Reads a part, if the text is one. */
  static Optional<Share> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Share(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /**
   * The shape of one part.
   *
   * @param whole the shape of all
   * @return the shape; empty where the first axis cannot be divided so
   */
  public Optional<List<Long>> of(List<Long> whole) {
    if (count == 1) {
      return Optional.of(whole);
    }
    if (whole.isEmpty() || whole.get(0) % count != 0) {
      return Optional.empty();
    }
    List<Long> part = new ArrayList<>(whole);
    part.set(0, whole.get(0) / count);
    return Optional.of(part);
  }

  /**
   * The shape of all parts.
   *
   * @param part the shape of one
   * @return the shape of all
   */
  public List<Long> whole(List<Long> part) {
    if (count == 1) {
      return part;
    }
    List<Long> whole = new ArrayList<>(part);
    whole.set(0, part.get(0) * count);
    return whole;
  }
}
