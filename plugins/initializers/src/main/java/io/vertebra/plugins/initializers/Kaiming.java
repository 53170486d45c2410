package io.vertebra.plugins.initializers;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Key;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/**
 * Draws weights with mean zero and the deviation {@code gain / sqrt(fan)} (He et al., Delving Deep
 * into Rectifiers, 2015), {@code mmengine.model.KaimingInit}.
 */
@Plugin(
    kind = Kind.INITIALIZER,
    type = "Kaiming",
    summary = "Draws weights such that the signals through rectifiers keep their scale")
public final class Kaiming extends LayerInitializer {
  /**
   * Options of {@link Kaiming}.
   *
   * @param slope the slope below zero of leaky rectifiers
   * @param mode which side of a weight keeps its scale
   * @param nonlinearity what follows a layer
   * @param distribution the form of the distribution
   * @param layers which layers, and their biases
   */
  public record Options(
      @Key("a") @Doc("slope below zero that leaky_relu has") @Default("0") double slope,
      @Doc("what keeps its scale: features (fan_in) or gradients (fan_out)") @Default("fan_out")
          FanMode mode,
      @Doc("what follows a layer") @Default("relu") Nonlinearity nonlinearity,
      @Doc("form of the distribution") @Default("normal") Spread distribution,
      @Inline LayerOptions layers) {}

  /**
   * Makes the initialiser.
   *
   * @param options the options
   */
  public Kaiming(Options options) {
    super(options.layers(), shape -> weight(options, Fans.of(shape)));
  }

  private static Distribution weight(Options options, Fans fans) {
    double gain = options.nonlinearity().gain(options.slope());
    return options.distribution().of(gain / Math.sqrt((double) options.mode().of(fans)));
  }
}
