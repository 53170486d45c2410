package io.vertebra.families.residual;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;

/**
 * Options of networks with grouped convolutions (Xie et al., Aggregated Residual Transformations
 * for Deep Neural Networks, 2017).
 *
 * @param groups groups of the 3 x 3 convolutions
 * @param widthPerGroup channels of a group in the first stage; it doubles with each stage
 */
public record GroupOptions(
    @Doc("groups of the 3x3 convolutions") @Default("32") @Range(min = 1) int groups,
    @Doc("channels of a group in the first stage; it doubles with each stage")
        @Default("4")
        @Range(min = 1)
        int widthPerGroup) {
  /**
   * The channels of the 3 x 3 convolution of a block.
   *
   * @param settings where the block stands in the network
   * @param baseChannels width of the blocks of the first stage without groups
   * @return the width without groups where there is one group; else that of all groups, doubled
   *     with each stage
   */
  public int width(BlockSettings settings, int baseChannels) {
    return groups == 1
        ? settings.width()
        : groups * widthPerGroup * settings.width() / baseChannels;
  }
}
