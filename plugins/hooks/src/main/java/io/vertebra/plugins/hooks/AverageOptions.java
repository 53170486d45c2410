package io.vertebra.plugins.hooks;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import java.util.Locale;
import java.util.Optional;

/**
 * How weights are averaged.
 *
 * @param emaType how much the present weights count
 * @param momentum how much they count, a small number
 * @param gamma how fast the momentum falls to its limit
 * @param endMomentum what the momentum comes to at the end of the run
 * @param interval iterations from one update of the average to the next
 * @param updateBuffers whether buffers are averaged too
 */
public record AverageOptions(
    @Doc("how much the present weights count in the average") @Default("ExponentialMovingAverage")
        AverageType emaType,
    @Doc(
            "weight of the present values, a small number: 0.0002 keeps 0.9998 of the average;"
                + " 0.0002 where it is left out, 0.004 for CosineEMA")
        Optional<Double> momentum,
    @Doc("of MomentumAnnealingEMA: momentum is at least gamma / (gamma + updates); 100 by default")
        @Range(min = 1)
        Optional<Integer> gamma,
    @Doc("of CosineEMA: momentum at the end of the run; 0 by default") @Range(min = 0, max = 1)
        Optional<Double> endMomentum,
    @Doc("iterations from one update of the average to the next") @Default("1") @Range(min = 1)
        int interval,
    @Doc("average floating-point buffers, such as running statistics, instead of copying them")
        @Default("false")
        boolean updateBuffers) {
  private static final int GAMMA = 100;

  /** Checks that each number is one of this type. */
  public AverageOptions {
    momentum.ifPresent(AverageOptions::checkMomentum);
    refuse(emaType == AverageType.MEAN && momentum.isPresent(), "momentum", emaType);
    refuse(emaType != AverageType.ANNEALED && gamma.isPresent(), "gamma", emaType);
    refuse(emaType != AverageType.COSINE && endMomentum.isPresent(), "end_momentum", emaType);
  }

  private static void checkMomentum(double momentum) {
    if (!(momentum > 0 && momentum < 1)) {
      throw new IllegalArgumentException(
          "momentum is %s: expected more than 0 and less than 1, usually near 0"
              .formatted(momentum));
    }
  }

  private static void refuse(boolean given, String option, AverageType type) {
    if (given) {
      throw new IllegalArgumentException(
          "%s has no meaning for the %s average; leave it out"
              .formatted(option, type.name().toLowerCase(Locale.ROOT)));
    }
  }

  /**
   * The weight of the present values in an update after the first.
   *
   * @param updates finished updates, at least 1
   * @param maxIterations iterations of the whole run
   */
  double rate(long updates, long maxIterations) {
    double base = momentum.orElse(emaType.momentum());
    return switch (emaType) {
      case EXPONENTIAL -> base;
      case MEAN -> 1.0 / (updates / interval + 1);
      case ANNEALED -> {
        double start = gamma.orElse(GAMMA);
        yield Math.max(base, start / (start + updates));
      }
      case COSINE -> {
        double end = endMomentum.orElse(0.0);
        double way = (Math.cos(Math.PI * updates / maxIterations) + 1) / 2;
        yield end - (end - base) * way;
      }
    };
  }
}
