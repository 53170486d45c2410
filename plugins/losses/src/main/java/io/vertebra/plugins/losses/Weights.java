package io.vertebra.plugins.losses;

import io.vertebra.api.options.Shorthand;
import java.util.List;

/**
 * A number for each class, or one for all, written as a list or as that number.
 *
 * @param values the numbers
 */
public record Weights(List<Double> values) {
  /** Makes a list that does not change. */
  public Weights {
    values = List.copyOf(values);
  }

  /**
   * Makes one weight of all classes.
   *
   * @param all the number
   * @return the weights
   */
  @Shorthand
  public static Weights of(double all) {
    return new Weights(List.of(all));
  }

  /**
   * Makes a weight for each class.
   *
   * @param values the numbers
   * @return the weights
   */
  @Shorthand
  public static Weights of(List<Double> values) {
    return new Weights(values);
  }
}
