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
   * @param inplace whether what a norm or a convolution gave is overwritten
   */
  public record Options(
      @Doc("whether what a norm or a convolution gave is overwritten; results are the same")
          @Default("true")
          boolean inplace) {}

  private final boolean inplace;

  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public Relu(Options options) {
    this.inplace = options.inplace();
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().relu(input);
  }

  @Override
  public NDArray consume(Context context, NDArray input) {
    return inplace ? context.ops().reluInPlace(input) : super.consume(context, input);
  }
}
