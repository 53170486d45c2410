package io.vertebra.engine.torch;

/**
 * The coefficients of one step of stochastic gradient descent, as {@code torch.optim.SGD} names
 * them.
 *
 * @param lr the learning rate, at least 0
 * @param momentum how much of the last direction is kept, at least 0
 * @param dampening how much of the gradient is kept out of the momentum buffer
 * @param weightDecay the factor of the L2 penalty, at least 0
 * @param nesterov whether to look ahead; needs a momentum and no dampening
 * @param maximize whether to climb instead of to descend
 */
public record SgdOptions(
    double lr,
    double momentum,
    double dampening,
    double weightDecay,
    boolean nesterov,
    boolean maximize) {
  /** Checks the ranges. */
  public SgdOptions {
    checkNotNegative("lr", lr);
    checkNotNegative("momentum", momentum);
    checkNotNegative("weightDecay", weightDecay);
    if (nesterov && (momentum == 0 || dampening != 0)) {
      throw new IllegalArgumentException(
          "nesterov needs a momentum above 0 and a dampening of 0; they are %s and %s"
              .formatted(momentum, dampening));
    }
  }

  /**
   * Returns plain descent.
   *
   * @param lr the learning rate, at least 0
   * @return options without momentum and weight decay
   */
  public static SgdOptions plain(double lr) {
    return new SgdOptions(lr, 0, 0, 0, false, false);
  }

  private static void checkNotNegative(String name, double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(name + " is " + value + "; it must be at least 0");
    }
  }
}
