package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer norm of the channels of feature maps, {@code mmpretrain.models.utils.LayerNorm2d}: N x C
 * x H x W to the same shape. The channels of a position of its output lie side by side in memory,
 * so that a transposition to N x H x W x C costs nothing.
 */
public class LayerNorm2d extends Norm {
  private final Parameter weight;
  private final Parameter bias;
  private final double epsilon;

  /**
   * Makes a layer norm.
   *
   * @param features channels of the input
   * @param epsilon what is added to the variance
   */
  public LayerNorm2d(int features, double epsilon) {
    Shape shape = new Shape(features);
    this.weight = addParameter("weight", shape, Distribution.ones());
    this.bias = addParameter("bias", shape, Distribution.zeros());
    this.epsilon = epsilon;
  }

  @Override
  public final String abbreviation() {
    return "ln";
  }

  /** Its own names, and that of the layer norm, which it is for configs. */
  @Override
  public final List<String> layerNames() {
    List<String> names = new ArrayList<>(super.layerNames());
    names.add("LayerNorm");
    return names;
  }

  @Override
  public final NDArray forward(Context context, NDArray input) {
    NDArray output =
        context.ops().layerNorm2d(input, context.get(weight), context.get(bias), epsilon);
    context.show(this, output);
    return output;
  }
}
