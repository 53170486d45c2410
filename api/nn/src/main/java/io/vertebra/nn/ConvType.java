package io.vertebra.nn;

import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Key;

/** Kinds of convolutions, by the names that MMCV has for them. */
public enum ConvType {
  /** The plain one, by its name in PyTorch. */
  @Key("Conv2d")
  CONV_2D,
  /** The plain one, by its short name. */
  @Key("Conv")
  CONV,
  /** Pads as TensorFlow's {@code SAME}: an odd row or column at the end. */
  @Key("Conv2dAdaptivePadding")
  ADAPTIVE_PADDING,
  /** Standardises the weight of each output channel. */
  @Key("ConvWS")
  WEIGHT_STANDARDIZATION;

  /**
   * Makes a convolution.
   *
   * @param inChannels channels of the input
   * @param outChannels channels of the output
   * @param kernel height and width of the window
   * @param settings stride, padding, dilation and groups
   * @param bias whether a bias is added
   * @return the convolution
   */
  public Conv2d create(
      int inChannels, int outChannels, IntPair kernel, ConvSettings settings, boolean bias) {
    return switch (this) {
      case CONV_2D, CONV -> new Conv2d(inChannels, outChannels, kernel, settings, bias);
      case ADAPTIVE_PADDING ->
          new Conv2dAdaptivePadding(inChannels, outChannels, kernel, settings, bias);
      case WEIGHT_STANDARDIZATION ->
          new WeightStandardizedConv2d(inChannels, outChannels, kernel, settings, bias);
    };
  }
}
