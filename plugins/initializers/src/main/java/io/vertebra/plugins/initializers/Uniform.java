package io.vertebra.plugins.initializers;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Key;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** Draws weights evenly between bounds, {@code mmengine.model.UniformInit}. */
@Plugin(kind = Kind.INITIALIZER, type = "Uniform", summary = "Draws weights evenly between bounds")
public final class Uniform extends LayerInitializer {
  /**
   * Options of {@link Uniform}.
   *
   * @param low the lower bound
   * @param high the upper bound
   * @param layers which layers, and their biases
   */
  public record Options(
      @Key("a") @Doc("lower bound") @Default("0") double low,
      @Key("b") @Doc("upper bound") @Default("1") double high,
      @Inline LayerOptions layers) {
    /** Checks that something is between the bounds. */
    public Options {
      if (low >= high) {
        throw new IllegalArgumentException(
            "a is the lower bound and b the upper, but a is %s and b %s".formatted(low, high));
      }
    }
  }

  /**
   * Makes the initialiser.
   *
   * @param options the options
   */
  public Uniform(Options options) {
    super(options.layers(), new Distribution.Uniform(options.low(), options.high()));
  }
}
