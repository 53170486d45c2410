package io.vertebra.plugins.layers;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/**
 * The rectifier that multiplies each negative value by a random number in training, and by the mean
 * of these numbers else, {@code torch.nn.RReLU}.
 */
@Plugin(
    kind = Kind.ACTIVATION,
    type = "RReLU",
    summary = "Rectifier that multiplies negative values by random numbers")
public final class RandomRelu extends Activation {
  private final Options options;

  /**
   * Options of {@link RandomRelu}.
   *
   * @param lower the least that negative values are multiplied by
   * @param upper the most that negative values are multiplied by
   * @param inplace taken for the sake of configs that have it
   */
  public record Options(
      @Doc("the least that negative values are multiplied by") @Default("0.125") double lower,
      @Doc("the most that negative values are multiplied by") @Default("0.3333333333333333")
          double upper,
      @Doc("taken for the sake of configs that have it; results are the same") @Default("false")
          boolean inplace) {
    /** Checks that there is a number between the bounds. */
    public Options {
      if (!(lower <= upper)) {
        throw new IllegalArgumentException(
            "lower is " + lower + " and upper " + upper + ", but lower must not be above upper");
      }
    }
  }

  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public RandomRelu(Options options) {
    this.options = options;
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    double lower = options.lower();
    double upper = options.upper();
    return training(context)
        ? context.ops().randomLeakyRelu(input, lower, upper)
        : context.ops().leakyRelu(input, (lower + upper) / 2);
  }
}
