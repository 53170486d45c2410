package io.vertebra.plugins.initializers;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/**
 * Draws weights with mean zero and the deviation {@code gain * sqrt(2 / (fanIn + fanOut))} (Glorot
 * and Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010),
 * {@code mmengine.model.XavierInit}.
 */
@Plugin(
    kind = Kind.INITIALIZER,
    type = "Xavier",
    summary = "Draws weights such that features and gradients keep their scale")
public final class Xavier extends LayerInitializer {
  /**
   * Options of {@link Xavier}.
   *
   * @param gain what the deviation is multiplied by
   * @param distribution the form of the distribution
   * @param layers which layers, and their biases
   */
  public record Options(
      @Doc("what the deviation is multiplied by") @Default("1") double gain,
      @Doc("form of the distribution") @Default("normal") Spread distribution,
      @Inline LayerOptions layers) {}

  /**
   * Makes the initialiser.
   *
   * @param options the options
   */
  public Xavier(Options options) {
    super(options.layers(), shape -> weight(options, Fans.of(shape)));
  }

  private static Distribution weight(Options options, Fans fans) {
    return options
        .distribution()
        .of(options.gain() * Math.sqrt(2 / (double) (fans.in() + fans.out())));
  }
}
