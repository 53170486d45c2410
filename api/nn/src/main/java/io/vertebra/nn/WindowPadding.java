package io.vertebra.nn;

import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Shorthand;
import java.util.List;

/**
 * How windows over maps are padded: {@code corner}, {@code same}, or rows and columns on each side;
 * {@code padding} of {@code mmcv.cnn.bricks.transformer.PatchEmbed}.
 *
 * @param fit whether as few zeros are added as let the windows cover the whole map
 * @param sides rows on top and bottom each, columns at the left and right each, where it does not
 *     fit
 */
public record WindowPadding(Fit fit, IntPair sides) {
  /** Zeros at the bottom and at the right that let windows cover the whole map. */
  public static final WindowPadding CORNER = new WindowPadding(Fit.CORNER, IntPair.of(0));

  /** Zeros on all sides that let windows cover the whole map: TensorFlow's {@code SAME}. */
  public static final WindowPadding SAME = new WindowPadding(Fit.SAME, IntPair.of(0));

  /** Where padding depends on the size of the map. */
  public enum Fit {
    /** It does not. */
    NONE,
    /** At the bottom and at the right. */
    CORNER,
    /** On all sides, an odd one at the bottom or at the right. */
    SAME
  }

  /** Checks that nothing is cut off. */
  public WindowPadding {
    if (sides.first() < 0 || sides.second() < 0) {
      throw new IllegalArgumentException(
          "padding is [%d, %d], but must not be below 0".formatted(sides.first(), sides.second()));
    }
  }

  /**
   * Takes as many rows as columns.
   *
   * @param both the rows and columns on each side
   * @return the padding
   */
  @Shorthand
  public static WindowPadding ofNumber(int both) {
    return new WindowPadding(Fit.NONE, IntPair.of(both));
  }

  /**
   * Takes rows and columns.
   *
   * @param sides two numbers: rows and columns on each side
   * @return the padding
   */
  @Shorthand
  public static WindowPadding ofNumbers(List<Integer> sides) {
    return new WindowPadding(Fit.NONE, IntPair.of(sides));
  }

  /**
   * Takes a word.
   *
   * @param word {@code corner} or {@code same}
   * @return the padding
   * @throws IllegalArgumentException if it is another word
   */
  @Shorthand
  public static WindowPadding ofWord(String word) {
    return switch (word) {
      case "corner" -> CORNER;
      case "same" -> SAME;
      default ->
          throw new IllegalArgumentException(
              "padding is '" + word + "', but must be corner, same, a number or two numbers");
    };
  }

  /**
   * Gives the padding of a map.
   *
   * @param map height and width of the map
   * @param span height and width that a window spans, dilation included
   * @param stride step of the window
   * @return rows and columns to add
   */
  MapPadding of(IntPair map, IntPair span, IntPair stride) {
    return switch (fit) {
      case NONE -> new MapPadding(sides, sides);
      case CORNER -> MapPadding.corner(map, span, stride);
      case SAME -> MapPadding.same(map, span, stride);
    };
  }
}
