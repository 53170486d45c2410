package io.vertebra.api.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the caller of a {@link Loss} says of the way from the losses of a batch to one number: what
 * MMPretrain gives its losses as weight, {@code avg_factor} and {@code reduction_override}.
 *
 * @param weights N, float32: what the losses of each sample are multiplied by; empty for ones
 * @param factor what the sum of the losses is divided by in a mean, above 0; empty for how many
 *     losses there are. Other reductions leave it aside
 * @param reduction takes the place of the one that the options of the loss name
 */
public record Averaging(
    Optional<NDArray> weights, OptionalDouble factor, Optional<Reduction> reduction) {
  /** All as the options of the loss say. */
  public static final Averaging PLAIN =
      new Averaging(Optional.empty(), OptionalDouble.empty(), Optional.empty());

  /** Checks that all is there. */
  public Averaging {
    requireNonNull(weights, "weights is null");
    requireNonNull(reduction, "reduction is null");
    if (factor.isPresent() && !(factor.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "losses are divided by a factor above 0, but not by " + factor.getAsDouble());
    }
  }

  /**
   * A mean that divides by the number of samples, however many losses a sample has. This is what
   * heads ask of their loss.
   *
   * @param logits N x classes
   * @return the averaging, with the factor N
   */
  public static Averaging overSamples(NDArray logits) {
    return new Averaging(
        Optional.empty(), OptionalDouble.of((double) logits.getShape().get(0)), Optional.empty());
  }

  /**
   * Whether all that is asked for is the mean of one loss for each sample.
   *
   * @param own the reduction that the options of the loss name
   * @param samples how many samples there are
   * @return false if there are weights, another divisor or another reduction
   */
  public boolean isMeanOf(long samples, Reduction own) {
    return weights.isEmpty()
        && reduction.orElse(own) == Reduction.MEAN
        && factor.orElse((double) samples) == samples;
  }

  /**
   * Weighs losses and makes one number of them.
   *
   * @param losses N, or N x ...
   * @param own the reduction that the options of the loss name
   * @return a scalar, or the weighed losses where nothing is reduced
   */
  public NDArray reduce(NDArray losses, Reduction own) {
    NDArray weighed = weights.map(each -> losses.mul(along(losses, each))).orElse(losses);
    Reduction chosen = reduction.orElse(own);
    return chosen == Reduction.MEAN && factor.isPresent()
        ? weighed.sum().div((float) factor.getAsDouble())
        : chosen.of(weighed);
  }

  /** Gives the weights as many axes as the losses have. */
  private static NDArray along(NDArray losses, NDArray weights) {
    long[] shape = new long[losses.getShape().dimension()];
    Arrays.fill(shape, 1);
    shape[0] = -1;
    return shape.length == 1 ? weights : weights.reshape(shape);
  }
}
