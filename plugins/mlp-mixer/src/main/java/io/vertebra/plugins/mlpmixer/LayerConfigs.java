package io.vertebra.plugins.mlpmixer;

import io.vertebra.api.options.Shorthand;
import java.util.List;

/**
 * Options of blocks, written as a mapping for all of them or as a list with one for each.
 *
 * @param list one for all, or one for each block
 */
public record LayerConfigs(List<LayerOptions> list) {
  /** Keeps a copy that does not change. */
  public LayerConfigs {
    list = List.copyOf(list);
  }

  /**
   * Gives all blocks the same options.
   *
   * @param all the options
   * @return them
   */
  @Shorthand
  public static LayerConfigs ofAll(LayerOptions all) {
    return new LayerConfigs(List.of(all));
  }

  /**
   * Gives each block options of its own.
   *
   * @param each the options, first block to last
   * @return them
   */
  @Shorthand
  public static LayerConfigs ofEach(List<LayerOptions> each) {
    return new LayerConfigs(each);
  }

  void requireBlocks(int blocks) {
    if (list.size() != 1 && list.size() != blocks) {
      throw new IllegalArgumentException(
          "layer_cfgs has %d entries, but there are %d blocks: give one mapping for all, or one for each"
              .formatted(list.size(), blocks));
    }
  }

  LayerOptions of(int block) {
    return list.get(list.size() == 1 ? 0 : block);
  }
}
