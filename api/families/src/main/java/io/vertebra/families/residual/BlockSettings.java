package io.vertebra.families.residual;

/**
 * What a network tells a block.
 *
 * @param inChannels channels of the input
 * @param outChannels channels of the output
 * @param expansion how many times wider the output is than the width of the block
 * @param stride the step of the block
 * @param dilation the dilation of its 3 x 3 convolution
 * @param style which convolution of a bottleneck has the stride
 * @param avgDown whether the shortcut shrinks by a mean
 * @param dropPathRate the chance of the branch to be left out
 * @param layers makes norms and activations
 */
public record BlockSettings(
    int inChannels,
    int outChannels,
    int expansion,
    int stride,
    int dilation,
    ResidualStyle style,
    boolean avgDown,
    double dropPathRate,
    ResidualLayers layers) {
  /**
   * The channels within the block, where nothing else is said.
   *
   * @return {@link #outChannels} over {@link #expansion}
   */
  public int width() {
    return outChannels / expansion;
  }
}
