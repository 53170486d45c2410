package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;

/**
 * Weighs each channel by what two maps make of the means of all channels (Hu et al.,
 * Squeeze-and-Excitation Networks, 2018), {@code mmpretrain.models.utils.SELayer}: N x C x H x W to
 * the same shape. Names are {@code conv1.conv} and {@code conv2.conv}. New weights are Kaiming
 * normal by fan-out, new biases zero, as all of {@code mmcv.cnn.ConvModule} are.
 */
public final class SqueezeExcitation extends Layer {
  private final ConvModule squeeze;
  private final ConvModule excite;

  /**
   * Makes the layer.
   *
   * @param channels channels of the input
   * @param squeezed channels between the maps
   * @param between the activation between the maps
   * @param gate the activation that makes weights, for example {@link Sigmoid}
   */
  public SqueezeExcitation(int channels, int squeezed, Activation between, Activation gate) {
    this.squeeze = addModule("conv1", new ConvModule(map(channels, squeezed), between));
    this.excite = addModule("conv2", new ConvModule(map(squeezed, channels), gate));
  }

  /**
   * Makes the layer of the paper: a rectifier between the maps, and a sigmoid.
   *
   * @param channels channels of the input
   * @param ratio how many times fewer channels there are between the maps, rounded to a multiple of
   *     8
   */
  public SqueezeExcitation(int channels, int ratio) {
    this(
        channels, Channels.divisible(Math.floorDiv(channels, ratio), 8), new Relu(), new Sigmoid());
  }

  private static Conv2d map(int from, int to) {
    return new Conv2d(from, to, 1).initializeWith(Distribution.kaimingNormal(to));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray means = context.ops().globalAvgPool2d(input);
    Shape shape = means.getShape();
    NDArray weights = squeeze.forward(context, means.reshape(shape.get(0), shape.get(1), 1, 1));
    return input.mul(excite.forward(context, weights));
  }
}
