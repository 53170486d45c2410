package io.vertebra.plugins.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import java.util.List;
import java.util.Optional;

/**
 * Instance norm, {@code torch.nn.InstanceNorm2d}: each channel of each sample by its own mean and
 * variance, also in evaluation. N x C x ... to the same shape. It has parameters only where it is
 * told to.
 */
@Plugin(kind = Kind.NORM, type = "IN", summary = "Instance norm: each channel of each sample")
@Variant(type = "IN1d")
@Variant(type = "IN2d")
public final class In extends Norm {
  private final int channels;
  private final double epsilon;
  private final Optional<Parameter> weight;
  private final Optional<Parameter> bias;

  /**
   * Options of {@link In}.
   *
   * @param affine whether channels are multiplied by weights and have biases added
   * @param requiresGrad whether weight and bias are trained
   * @param eps what is added to the variance
   */
  public record Options(
      @Doc("whether each channel is multiplied by a weight and has a bias added") @Default("false")
          boolean affine,
      @Doc("whether weight and bias are trained") @Default("true") boolean requiresGrad,
      @Doc("what is added to the variance") @Default("1e-5") @Range(min = 0) double eps) {}

  /**
   * Makes the norm.
   *
   * @param options the options
   * @param context the features of its input
   */
  public In(Options options, NormContext context) {
    this.channels = context.features();
    this.epsilon = options.eps();
    this.weight = parameter(options, "weight", Distribution.ones());
    this.bias = parameter(options, "bias", Distribution.zeros());
    setTrainable(options.requiresGrad());
  }

  private Optional<Parameter> parameter(Options options, String name, Distribution initial) {
    return options.affine()
        ? Optional.of(addParameter(name, new Shape(channels), initial))
        : Optional.empty();
  }

  @Override
  public String abbreviation() {
    return "in";
  }

  /** PyTorch's name, which initialisers know it by. */
  @Override
  public List<String> layerNames() {
    return List.of("InstanceNorm2d");
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDManager scope = input.getManager();
    Shape shape = new Shape(channels);
    NDArray scale = weight.map(context::get).orElseGet(() -> scope.ones(shape));
    NDArray shift = bias.map(context::get).orElseGet(() -> scope.zeros(shape));
    NDArray output = context.ops().groupNorm(input, channels, scale, shift, epsilon);
    context.show(this, output);
    return output;
  }
}
