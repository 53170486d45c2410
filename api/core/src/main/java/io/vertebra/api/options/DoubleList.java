package io.vertebra.api.options;

import java.util.List;

/**
 * Numbers, written as a list or, when there is one, as that number: a colour, probabilities.
 *
 * @param values the numbers
 */
public record DoubleList(List<Double> values) {
  /** Makes a list that does not change. */
  public DoubleList {
    values = List.copyOf(values);
  }

  /**
   * Makes a list of one number.
   *
   * @param only the number
   * @return the list
   */
  @Shorthand
  public static DoubleList of(double only) {
    return new DoubleList(List.of(only));
  }

  /**
   * Makes a list of numbers.
   *
   * @param values the numbers
   * @return the list
   */
  @Shorthand
  public static DoubleList of(List<Double> values) {
    return new DoubleList(values);
  }
}
