package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;

/**
 * A convolution that brings the weights of each output channel to mean 0 and deviation 1 in each
 * pass (Qiao et al., Micro-Batch Training with Batch-Channel Normalization and Weight
 * Standardization, 2019, section 3), {@code mmcv.cnn.ConvWS2d}: N x C x H x W to N x K x H' x W'.
 * An output channel needs two weights or more.
 */
public final class WeightStandardizedConv2d extends Conv2d {
  private static final float EPSILON = 1e-5f;

  /**
   * Makes a convolution.
   *
   * @param inChannels channels of the input
   * @param outChannels channels of the output
   * @param kernel height and width of the window
   * @param settings stride, padding, dilation and groups
   * @param bias whether a bias is added
   * @throws IllegalArgumentException if an output channel has one weight, whose deviation nobody
   *     knows
   */
  public WeightStandardizedConv2d(
      int inChannels, int outChannels, IntPair kernel, ConvSettings settings, boolean bias) {
    super(inChannels, outChannels, kernel, settings, bias);
    if (inChannels / settings.groups() * kernel.first() * kernel.second() < 2) {
      throw new IllegalArgumentException(
          "ConvWS standardises the weights of an output channel, but a 1 x 1 convolution of one"
              + " channel has one: take Conv2d");
    }
  }

  @Override
  NDArray kernels(Context context) {
    NDArray given = super.kernels(context);
    Shape shape = given.getShape();
    NDArray rows = given.reshape(shape.get(0), -1);
    NDArray centred = rows.sub(rows.mean(new int[] {1}, true));
    long free = rows.getShape().get(1) - 1;
    NDArray deviation = centred.square().sum(new int[] {1}, true).div(free).sqrt();
    return centred.div(deviation.add(EPSILON)).reshape(shape);
  }
}
