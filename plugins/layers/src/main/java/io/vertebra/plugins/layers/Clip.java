package io.vertebra.plugins.layers;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;

/** Replaces values outside of bounds by them, {@code mmcv.cnn.Clamp}. */
@Plugin(kind = Kind.ACTIVATION, type = "Clip", summary = "Bounds each value")
@Variant(type = "Clamp")
public final class Clip extends Activation {
  private final double low;
  private final double high;

  /**
   * Options of {@link Clip}.
   *
   * @param min the lower bound
   * @param max the upper bound
   */
  public record Options(
      @Doc("lower bound") @Default("-1.0") double min,
      @Doc("upper bound") @Default("1.0") double max) {}

  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public Clip(Options options) {
    this.low = options.min();
    this.high = options.max();
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().clamp(input, low, high);
  }
}
