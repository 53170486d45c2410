package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;

/**
 * How losses are scaled so that gradients in float16 neither vanish nor overflow: the arguments of
 * {@code torch.amp.GradScaler}. A config gives {@code dynamic}, a number that stays, or these.
 *
 * @param initScale the factor at the start
 * @param growthFactor what the factor is multiplied by after {@code growthInterval} updates
 * @param backoffFactor what the factor is multiplied by after gradients that are not finite
 * @param growthInterval updates in a row with finite gradients before the factor grows
 */
public record LossScale(
    @Doc("factor of the loss at the start") @Default("65536.0") double initScale,
    @Doc("what the factor is multiplied by after growth_interval updates in a row")
        @Default("2.0")
        @Range(min = 1)
        double growthFactor,
    @Doc("what the factor is multiplied by after gradients that are not finite")
        @Default("0.5")
        @Range(min = 0, max = 1)
        double backoffFactor,
    @Doc("updates in a row, with finite gradients, before the factor grows")
        @Default("2000")
        @Range(min = 1)
        int growthInterval) {
  /** The defaults of PyTorch. */
  public static final LossScale DYNAMIC = new LossScale(65_536, 2, 0.5, 2000);

  /** Checks that the factor stays above zero. */
  public LossScale {
    requirePositive("init_scale", initScale);
    requirePositive("backoff_factor", backoffFactor);
  }

  private static void requirePositive(String key, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(key + " is " + value + "; it must be above 0 and finite");
    }
  }

  /** The one name that a config can give. */
  public enum Name {
    /** As PyTorch does where nothing is said. */
    DYNAMIC
  }

  /**
   * Takes a factor that stays as it is.
   *
   * @param factor the factor
   * @return options that never change it
   */
  @Shorthand
  public static LossScale ofNumber(double factor) {
    return new LossScale(factor, 1, 1, Integer.MAX_VALUE);
  }

  /**
   * Takes the name {@code dynamic}.
   *
   * @param name the name
   * @return the defaults of PyTorch
   */
  @Shorthand
  public static LossScale ofName(Name name) {
    return DYNAMIC;
  }
}
