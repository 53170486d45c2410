package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;

/**
 * A convolution that pads its input by {@link MapPadding#same}, {@code
 * mmcv.cnn.Conv2dAdaptivePadding}: N x C x H x W to N x K x H' x W', the sizes over the stride,
 * rounded up.
 */
public final class Conv2dAdaptivePadding extends Conv2d {
  private final SlidingWindow window;

  /**
   * Makes a convolution.
   *
   * @param inChannels channels of the input
   * @param outChannels channels of the output
   * @param kernel height and width of the window
   * @param settings stride, dilation and groups; its padding has no effect
   * @param bias whether a bias is added
   */
  public Conv2dAdaptivePadding(
      int inChannels, int outChannels, IntPair kernel, ConvSettings settings, boolean bias) {
    super(inChannels, outChannels, kernel, unpadded(settings), bias);
    this.window =
        new SlidingWindow(kernel, settings.stride(), WindowPadding.SAME, settings.dilation());
  }

  private static ConvSettings unpadded(ConvSettings settings) {
    return new ConvSettings(
        settings.stride(), IntPair.of(0), settings.dilation(), settings.groups());
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return super.forward(context, window.pad(context, input));
  }
}
