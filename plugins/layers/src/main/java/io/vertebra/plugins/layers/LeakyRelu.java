package io.vertebra.plugins.layers;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** The rectifier that multiplies negative values by a small number, {@code torch.nn.LeakyReLU}. */
@Plugin(
    kind = Kind.ACTIVATION,
    type = "LeakyReLU",
    summary = "Rectifier that lets a part of negative values through")
public final class LeakyRelu extends Activation {
  private final double slope;

  /**
   * Options of {@link LeakyRelu}.
   *
   * @param negativeSlope what negative values are multiplied by
   * @param inplace taken for the sake of configs that have it
   */
  public record Options(
      @Doc("what negative values are multiplied by") @Default("0.01") double negativeSlope,
      @Doc("taken for the sake of configs that have it; results are the same") @Default("false")
          boolean inplace) {}

  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public LeakyRelu(Options options) {
    this.slope = options.negativeSlope();
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().leakyRelu(input, slope);
  }
}
