package io.vertebra.plugins.initializers;

import ai.djl.ndarray.types.Shape;

/**
 * How many numbers meet in a weight, {@code torch.nn.init._calculate_fan_in_and_fan_out}. Groups do
 * not count: a depth-wise convolution has the area of its window as fan-in.
 *
 * @param in inputs of one output
 * @param out outputs of one input
 */
record Fans(long in, long out) {
  /** Counts those of a weight, output x input x window. */
  static Fans of(Shape weight) {
    if (weight.dimension() < 2) {
      throw new IllegalArgumentException(
          "its weight of shape %s has no inputs and outputs; name layers by `layer`, or use Constant"
              .formatted(weight));
    }
    return new Fans(weight.size() / weight.get(0), weight.size() / weight.get(1));
  }
}
