package io.vertebra.plugins.initializers;

/** What follows a layer, as {@code torch.nn.init.calculate_gain} names it. */
public enum Nonlinearity {
  /** Nothing. */
  LINEAR,
  /** The logistic function. */
  SIGMOID,
  /** The hyperbolic tangent. */
  TANH,
  /** A rectifier. */
  RELU,
  /** A rectifier with a slope below zero. */
  LEAKY_RELU,
  /** The scaled exponential unit. */
  SELU;

  /** By how much a layer must enlarge to keep the scale; the slope counts for leaky rectifiers. */
  double gain(double slope) {
    return switch (this) {
      case LINEAR, SIGMOID -> 1;
      case TANH -> 5.0 / 3;
      case RELU -> Math.sqrt(2);
      case LEAKY_RELU -> Math.sqrt(2 / (1 + slope * slope));
      case SELU -> 0.75;
    };
  }
}
