package io.vertebra.plugins.optimizers;

/** What rules with a momentum have in common. */
final class Momentum {
  private Momentum() {}

  /** Refuses to look ahead along a momentum that is none or damped. */
  static void checkNesterov(boolean nesterov, double momentum, double dampening) {
    if (nesterov && (momentum <= 0 || dampening != 0)) {
      throw new IllegalArgumentException(
          "nesterov needs momentum greater than 0 and dampening 0, but they are %s and %s"
              .formatted(momentum, dampening));
    }
  }
}
