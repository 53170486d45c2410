package io.vertebra.testkit.golden;

import io.vertebra.api.model.Distribution;
import java.util.function.DoubleUnaryOperator;

/**
 * Mean and standard deviation.
 *
 * @param mean the mean
 * @param std the standard deviation
 */
record Moments(double mean, double std) {
  private static final int STEPS = 20_000;

  /** Beyond so many deviations a normal distribution adds nothing. */
  private static final double REACH = 12;

  /** Of the values of an array, without a correction for their number. */
  static Moments of(float[] values) {
    // Sums of differences from one of them are exact where all are the same.
    double first = values[0];
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value - first;
      squares += (value - first) * (value - first);
    }
    double shift = sum / values.length;
    return new Moments(first + shift, Math.sqrt(squares / values.length - shift * shift));
  }

  /** Of a distribution. */
  static Moments of(Distribution distribution) {
    if (distribution instanceof Distribution.Uniform uniform) {
      return new Moments(
          (uniform.low() + uniform.high()) / 2, (uniform.high() - uniform.low()) / Math.sqrt(12));
    }
    if (distribution instanceof Distribution.Normal normal) {
      return new Moments(normal.mean(), normal.std());
    }
    return distribution instanceof Distribution.TruncatedNormal truncated
        ? ofTruncated(truncated)
        : new Moments(((Distribution.Constant) distribution).value(), 0);
  }

  private static Moments ofTruncated(Distribution.TruncatedNormal normal) {
    double reach = REACH * normal.std();
    double low = Math.max(normal.low(), normal.mean() - reach);
    double high = Math.min(normal.high(), normal.mean() + reach);
    DoubleUnaryOperator density =
        x -> Math.exp(-0.5 * Math.pow((x - normal.mean()) / normal.std(), 2));
    double total = integral(density, low, high);
    double mean = integral(x -> x * density.applyAsDouble(x), low, high) / total;
    double variance =
        integral(x -> (x - mean) * (x - mean) * density.applyAsDouble(x), low, high) / total;
    return new Moments(mean, Math.sqrt(variance));
  }

  /** Simpson's rule. */
  private static double integral(DoubleUnaryOperator function, double low, double high) {
    double step = (high - low) / STEPS;
    double sum = function.applyAsDouble(low) + function.applyAsDouble(high);
    for (int i = 1; i < STEPS; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * function.applyAsDouble(low + i * step);
    }
    return sum * step / 3;
  }
}
