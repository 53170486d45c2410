package io.vertebra.plugins.initializers;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** Draws weights from a normal distribution, {@code mmengine.model.NormalInit}. */
@Plugin(
    kind = Kind.INITIALIZER,
    type = "Normal",
    summary = "Draws weights from a normal distribution")
public final class Normal extends LayerInitializer {
  /**
   * Options of {@link Normal}.
   *
   * @param mean the mean
   * @param std the standard deviation
   * @param layers which layers, and their biases
   */
  public record Options(
      @Doc("mean of weights") @Default("0") double mean,
      @Doc("standard deviation of weights") @Default("1") @Range(min = 0) double std,
      @Inline LayerOptions layers) {}

  /**
   * Makes the initialiser.
   *
   * @param options the options
   */
  public Normal(Options options) {
    super(options.layers(), new Distribution.Normal(options.mean(), options.std()));
  }
}
