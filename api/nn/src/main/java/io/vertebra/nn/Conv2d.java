package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntPair;

/** A convolution in two dimensions, {@code torch.nn.Conv2d}: N x C x H x W to N x K x H' x W'. */
public class Conv2d extends Layer {
  private final Parameter weight;
  private final Parameter bias;
  private final ConvSettings settings;

  /**
   * Makes a convolution.
   *
   * @param inChannels channels of the input
   * @param outChannels channels of the output
   * @param kernel height and width of the window
   * @param settings stride, padding, dilation and groups
   * @param bias whether a bias is added
   */
  public Conv2d(
      int inChannels, int outChannels, IntPair kernel, ConvSettings settings, boolean bias) {
    if (inChannels % settings.groups() != 0 || outChannels % settings.groups() != 0) {
      throw new IllegalArgumentException(
          "groups (%d) must divide the channels of input (%d) and output (%d)"
              .formatted(settings.groups(), inChannels, outChannels));
    }
    Shape shape =
        new Shape(outChannels, inChannels / settings.groups(), kernel.first(), kernel.second());
    Distribution initial = Distribution.fanInUniform(shape.size() / outChannels);
    this.weight = addParameter("weight", shape, initial);
    this.bias = bias ? addParameter("bias", new Shape(outChannels), initial) : null;
    this.settings = settings;
  }

  /**
   * Makes a convolution with a square window, stride 1, no padding and a bias.
   *
   * @param inChannels channels of the input
   * @param outChannels channels of the output
   * @param kernel height and width of the window
   */
  public Conv2d(int inChannels, int outChannels, int kernel) {
    this(inChannels, outChannels, IntPair.of(kernel), ConvSettings.PLAIN, true);
  }

  /**
   * Changes what a new weight is filled with; a new bias is then zeros.
   *
   * @param distribution the distribution of the weight
   * @return this
   */
  public final Conv2d initializeWith(Distribution distribution) {
    weight.initializeWith(distribution);
    if (bias != null) {
      bias.initializeWith(Distribution.zeros());
    }
    return this;
  }

  /** Gives what the input is convolved with. */
  NDArray kernels(Context context) {
    return context.get(weight);
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray output =
        context
            .ops()
            .conv2d(input, kernels(context), bias == null ? null : context.get(bias), settings);
    context.show(this, output);
    return output;
  }
}
