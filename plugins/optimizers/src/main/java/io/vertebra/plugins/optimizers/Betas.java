package io.vertebra.plugins.optimizers;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import java.util.List;

/**
 * How much running averages keep, written as {@code [first, second]}.
 *
 * @param first the part of the average of gradients that is kept, the momentum
 * @param second the part of the average of their squares that is kept
 */
public record Betas(
    @Doc("part of the average of gradients that is kept") @Range(min = 0, max = 1) double first,
    @Doc("part of the average of squared gradients that is kept") @Range(min = 0, max = 1)
        double second) {
  /** Checks the ranges. */
  public Betas {
    check(first);
    check(second);
  }

  /**
   * Makes betas of a list.
   *
   * @param numbers two numbers
   * @return the betas
   */
  @Shorthand
  public static Betas of(List<Double> numbers) {
    if (numbers.size() != 2) {
      throw new IllegalArgumentException("expected two betas, but the list has " + numbers.size());
    }
    return new Betas(numbers.get(0), numbers.get(1));
  }

  /** Refuses what would keep all of the old average, or more. */
  static void check(double beta) {
    if (!(beta >= 0 && beta < 1)) {
      throw new IllegalArgumentException("a beta is at least 0 and less than 1, but is " + beta);
    }
  }
}
