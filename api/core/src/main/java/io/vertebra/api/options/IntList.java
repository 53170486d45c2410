package io.vertebra.api.options;

import java.util.List;

/**
 * Whole numbers, written as a list or, when there is one, as that number.
 *
 * @param values the numbers
 */
public record IntList(List<Integer> values) {
  /** Makes a list that does not change. */
  public IntList {
    values = List.copyOf(values);
  }

  /**
   * Makes a list of one number.
   *
   * @param only the number
   * @return the list
   */
  @Shorthand
  public static IntList of(int only) {
    return new IntList(List.of(only));
  }

  /**
   * Makes a list of numbers.
   *
   * @param values the numbers
   * @return the list
   */
  @Shorthand
  public static IntList of(List<Integer> values) {
    return new IntList(values);
  }
}
