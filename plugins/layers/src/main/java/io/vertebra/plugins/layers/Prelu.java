package io.vertebra.plugins.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/**
 * The rectifier that multiplies negative values by learned numbers (He et al., Delving Deep into
 * Rectifiers, 2015), {@code torch.nn.PReLU}.
 */
@Plugin(
    kind = Kind.ACTIVATION,
    type = "PReLU",
    summary = "Rectifier that multiplies negative values by learned numbers")
public final class Prelu extends Activation {
  private final Parameter weight;

  /**
   * Options of {@link Prelu}.
   *
   * @param numParameters how many numbers are learned: 1, or one for each channel
   * @param init what the numbers are at first
   */
  public record Options(
      @Doc("how many numbers are learned: 1, or one for each channel") @Default("1") @Range(min = 1)
          int numParameters,
      @Doc("what the numbers are at first") @Default("0.25") double init) {}

  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public Prelu(Options options) {
    this.weight =
        addParameter(
            "weight",
            new Shape(options.numParameters()),
            new Distribution.Constant(options.init()));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().prelu(input, context.get(weight));
  }
}
