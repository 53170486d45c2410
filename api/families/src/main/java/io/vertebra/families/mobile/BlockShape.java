package io.vertebra.families.mobile;

/**
 * The shape of an inverted residual block, which is wider within than without.
 *
 * @param inChannels channels of the input
 * @param outChannels channels of the output
 * @param innerChannels channels within
 * @param kernel height and width of the window of its spatial convolution, odd
 * @param stride step of that window
 * @param dropPathRate the chance of the block to be left out for a sample, where the input is added
 */
public record BlockShape(
    int inChannels,
    int outChannels,
    int innerChannels,
    int kernel,
    int stride,
    double dropPathRate) {
  /**
   * Whether the output has the shape of the input, which can then be added.
   *
   * @return true if the block neither shrinks maps nor changes channels
   */
  public boolean keepsShape() {
    return stride == 1 && inChannels == outChannels;
  }
}
