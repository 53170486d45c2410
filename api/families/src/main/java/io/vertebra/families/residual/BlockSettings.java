package io.vertebra.families.residual;

/**
 * What a network tells a block.
 *
 * @param inChannels channels of the input
 * @param outChannels channels of the output
 * @param expansion how many times wider the output is than the width of the block
 * @param first whether it is the first of its stage
 * @param stride the step of the block
 * @param dilation the dilation of its 3 x 3 convolution
 * @param style which convolution of a bottleneck has the stride
 * @param shortcut makes the shortcut of a block that changes the shape
 * @param dropPathRate the chance of the branch to be left out
 * @param layers makes norms and activations
 */
public record BlockSettings(
    int inChannels,
    int outChannels,
    int expansion,
    boolean first,
    int stride,
    int dilation,
    ResidualStyle style,
    ShortcutFactory shortcut,
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

  /**
   * The stride of the first convolution of a bottleneck.
   *
   * @return that of the block in the style of Caffe, else 1
   */
  public int firstStride() {
    return style == ResidualStyle.CAFFE ? stride : 1;
  }

  /**
   * The stride of the 3 x 3 convolution of a bottleneck.
   *
   * @return 1 in the style of Caffe, else that of the block
   */
  public int innerStride() {
    return style == ResidualStyle.CAFFE ? 1 : stride;
  }

  /**
   * Whether the output has another shape than the input, so that there must be a shortcut.
   *
   * @return true if channels or size change
   */
  public boolean changesShape() {
    return stride != 1 || inChannels != outChannels;
  }
}
