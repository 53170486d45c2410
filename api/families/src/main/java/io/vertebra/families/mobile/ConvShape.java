package io.vertebra.families.mobile;

/**
 * The shape of a square convolution without dilation.
 *
 * @param inChannels channels of the input
 * @param outChannels channels of the output
 * @param kernel height and width of the window, odd
 * @param stride step of the window
 * @param groups groups of channels that are convolved apart
 */
public record ConvShape(int inChannels, int outChannels, int kernel, int stride, int groups) {
  /**
   * A convolution of all channels.
   *
   * @param inChannels channels of the input
   * @param outChannels channels of the output
   * @param kernel height and width of the window, odd
   * @param stride step of the window
   * @return its shape
   */
  public static ConvShape dense(int inChannels, int outChannels, int kernel, int stride) {
    return new ConvShape(inChannels, outChannels, kernel, stride, 1);
  }

  /**
   * A convolution of single positions.
   *
   * @param inChannels channels of the input
   * @param outChannels channels of the output
   * @return its shape
   */
  public static ConvShape pointwise(int inChannels, int outChannels) {
    return dense(inChannels, outChannels, 1, 1);
  }

  /**
   * A convolution of single channels.
   *
   * @param channels channels of input and output
   * @param kernel height and width of the window, odd
   * @param stride step of the window
   * @return its shape
   */
  public static ConvShape depthwise(int channels, int kernel, int stride) {
    return new ConvShape(channels, channels, kernel, stride, channels);
  }
}
