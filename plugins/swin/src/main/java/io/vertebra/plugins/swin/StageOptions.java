package io.vertebra.plugins.swin;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import java.util.Optional;

/**
 * Options of all stages.
 *
 * @param blockCfgs options of their blocks
 */
public record StageOptions(@Doc("options of all blocks") @Default("{}") BlockOptions blockCfgs) {
  /**
   * Options of a block.
   *
   * @param windowSize height and width of a window
   * @param ffnRatio how many times more features there are between the maps of a feed-forward part
   */
  public record BlockOptions(
      @Doc("height and width of a window, in place of window_size of the network") @Range(min = 2)
          Optional<Integer> windowSize,
      @Doc("how many times more features there are between the maps of a feed-forward part")
          @Default("4.0")
          @Range(min = 0)
          double ffnRatio) {}
}
