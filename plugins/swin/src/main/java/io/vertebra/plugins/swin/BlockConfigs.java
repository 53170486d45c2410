package io.vertebra.plugins.swin;

import io.vertebra.api.options.Shorthand;
import java.util.List;

/**
 * Options of blocks of a stage, written as a mapping for all of them or as a list with one for
 * each.
 *
 * @param list one for all, or one for each block
 */
public record BlockConfigs(List<BlockOptions> list) {
  /** Keeps a copy that does not change. */
  public BlockConfigs {
    list = List.copyOf(list);
  }

  /**
   * Gives all blocks of a stage the same options.
   *
   * @param all the options
   * @return them
   */
  @Shorthand
  public static BlockConfigs ofAll(BlockOptions all) {
    return new BlockConfigs(List.of(all));
  }

  /**
   * Gives each block options of its own.
   *
   * @param each the options, first block to last
   * @return them
   */
  @Shorthand
  public static BlockConfigs ofEach(List<BlockOptions> each) {
    return new BlockConfigs(each);
  }

  void requireBlocks(int blocks) {
    if (list.size() != 1 && list.size() != blocks) {
      throw new IllegalArgumentException(
          "block_cfgs has %d entries, but there are %d blocks: give one mapping for all, or one for each"
              .formatted(list.size(), blocks));
    }
  }

  BlockOptions of(int block) {
    return list.get(list.size() == 1 ? 0 : block);
  }
}
