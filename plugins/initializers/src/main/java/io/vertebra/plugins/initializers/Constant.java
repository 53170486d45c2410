package io.vertebra.plugins.initializers;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** Fills weights with one value, {@code mmengine.model.ConstantInit}. */
@Plugin(kind = Kind.INITIALIZER, type = "Constant", summary = "Fills weights with one value")
public final class Constant extends LayerInitializer {
  /**
   * Options of {@link Constant}.
   *
   * @param val the value
   * @param layers which layers, and their biases
   */
  public record Options(@Doc("value of weights") double val, @Inline LayerOptions layers) {}

  /**
   * Makes the initialiser.
   *
   * @param options the options
   */
  public Constant(Options options) {
    super(options.layers(), new Distribution.Constant(options.val()));
  }
}
