package io.vertebra.plugins.layers;

import ai.djl.ndarray.NDArray;
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
import java.util.List;

/** Group norm, {@code torch.nn.GroupNorm}: N x C x ... to the same shape. */
@Plugin(kind = Kind.NORM, type = "GN", summary = "Group norm: groups of channels of each sample")
public final class Gn extends Norm {
  private final int groups;
  private final double epsilon;
  private final Parameter weight;
  private final Parameter bias;

  /**
   * Options of {@link Gn}.
   *
   * @param numGroups how many groups of channels there are
   * @param requiresGrad whether weight and bias are trained
   * @param eps what is added to the variance
   */
  public record Options(
      @Doc("number of groups of channels; divides that of the channels") @Range(min = 1)
          int numGroups,
      @Doc("whether weight and bias are trained") @Default("true") boolean requiresGrad,
      @Doc("what is added to the variance") @Default("1e-5") @Range(min = 0) double eps) {}

  /**
   * Makes the norm.
   *
   * @param options the options
   * @param context the features of its input
   */
  public Gn(Options options, NormContext context) {
    if (context.features() % options.numGroups() != 0) {
      throw new IllegalArgumentException(
          "num_groups is %d, which does not divide the %d channels of the input"
              .formatted(options.numGroups(), context.features()));
    }
    Shape shape = new Shape(context.features());
    this.groups = options.numGroups();
    this.epsilon = options.eps();
    this.weight = addParameter("weight", shape, Distribution.ones());
    this.bias = addParameter("bias", shape, Distribution.zeros());
    setTrainable(options.requiresGrad());
  }

  @Override
  public String abbreviation() {
    return "gn";
  }

  /** PyTorch's name, which initialisers know it by. */
  @Override
  public List<String> layerNames() {
    return List.of("GroupNorm");
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray output =
        context.ops().groupNorm(input, groups, context.get(weight), context.get(bias), epsilon);
    context.show(this, output);
    return output;
  }
}
