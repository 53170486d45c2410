package io.vertebra.plugins.initializers;

import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/**
 * Draws weights evenly within {@code sqrt(3 / fanIn)} around zero, as Caffe2 does, {@code
 * mmengine.model.Caffe2XavierInit}: Kaiming for leaky rectifiers with slope 1.
 */
@Plugin(
    kind = Kind.INITIALIZER,
    type = "Caffe2Xavier",
    summary =
        "Draws weights as Caffe2 does: evenly within the square root of three over the fan-in")
public final class Caffe2Xavier extends LayerInitializer {
  /**
   * Options of {@link Caffe2Xavier}.
   *
   * @param layers which layers, and their biases
   */
  public record Options(@Inline LayerOptions layers) {}

  /**
   * Makes the initialiser.
   *
   * @param options the options
   */
  public Caffe2Xavier(Options options) {
    super(
        options.layers(), shape -> Spread.UNIFORM.of(1 / Math.sqrt((double) Fans.of(shape).in())));
  }
}
