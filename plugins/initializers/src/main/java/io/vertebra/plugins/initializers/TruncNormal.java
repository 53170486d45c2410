package io.vertebra.plugins.initializers;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/**
 * Draws weights from a normal distribution within bounds, which are absolute and no multiples of
 * the deviation, {@code mmengine.model.TruncNormalInit}.
 */
@Plugin(
    kind = Kind.INITIALIZER,
    type = "TruncNormal",
    summary = "Draws weights from a normal distribution, within bounds")
public final class TruncNormal extends LayerInitializer {
  /**
   * Options of {@link TruncNormal}.
   *
   * @param mean the mean before the bounds
   * @param std the standard deviation before the bounds
   * @param low the lower bound
   * @param high the upper bound
   * @param layers which layers, and their biases
   */
  public record Options(
      @Doc("mean of weights, before the bounds") @Default("0") double mean,
      @Doc("standard deviation of weights, before the bounds") @Default("1") @Range(min = 0)
          double std,
      @Key("a") @Doc("lower bound, an absolute value") @Default("-2") double low,
      @Key("b") @Doc("upper bound, an absolute value") @Default("2") double high,
      @Inline LayerOptions layers) {}

  /**
   * Makes the initialiser.
   *
   * @param options the options
   */
  public TruncNormal(Options options) {
    super(
        options.layers(),
        new Distribution.TruncatedNormal(
            options.mean(), options.std(), options.low(), options.high()));
  }
}
