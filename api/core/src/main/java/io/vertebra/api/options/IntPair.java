package io.vertebra.api.options;

import java.util.List;

/**
 * Two whole numbers, written as {@code [a, b]} or, when both are the same, as {@code a}: a kernel
 * size, a stride, a crop size.
 *
 * @param first the first number; what it counts is said where the pair is used
 * @param second the second number
 */
public record IntPair(int first, int second) {
  /**
   * Makes a pair of two equal numbers.
   *
   * @param both the number
   * @return the pair
   */
  @Shorthand
  public static IntPair of(int both) {
    return new IntPair(both, both);
  }

  /**
   * Makes a pair of a list.
   *
   * @param numbers two numbers
   * @return the pair
   * @throws IllegalArgumentException if there are not two
   */
  @Shorthand
  public static IntPair of(List<Integer> numbers) {
    if (numbers.size() != 2) {
      throw new IllegalArgumentException(
          "expected one number or two, but the list has " + numbers.size());
    }
    return new IntPair(numbers.get(0), numbers.get(1));
  }
}
