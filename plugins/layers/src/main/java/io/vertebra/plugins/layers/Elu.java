package io.vertebra.plugins.layers;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** The exponential linear unit (Clevert et al., 2016), {@code torch.nn.ELU}. */
@Plugin(kind = Kind.ACTIVATION, type = "ELU", summary = "Exponential linear unit")
public final class Elu extends Activation {
  private final double alpha;

  /**
   * Options of {@link Elu}.
   *
   * @param alpha what the value of large negative inputs approaches, negated
   * @param inplace taken for the sake of configs that have it
   */
  public record Options(
      @Doc("what the value of large negative inputs approaches, negated") @Default("1.0")
          double alpha,
      @Doc("taken for the sake of configs that have it; results are the same") @Default("false")
          boolean inplace) {}

  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public Elu(Options options) {
    this.alpha = options.alpha();
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().elu(input, alpha);
  }
}
