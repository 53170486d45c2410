package io.vertebra.plugins.layers;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** The rectifier, {@code torch.nn.ReLU}: negative values become zero. */
@Plugin(kind = Kind.ACTIVATION, type = "ReLU", summary = "Rectifier: negative values become zero")
public final class Relu extends Activation {
  /**
   * Options of {@link Relu}.
   *
   * @param inplace taken for the sake of configs that have it
   */
  public record Options(
      @Doc("taken for the sake of configs that have it; results are the same") @Default("false")
          boolean inplace) {}

  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public Relu(Options options) {}

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().relu(input);
  }
}
