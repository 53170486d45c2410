package io.vertebra.plugins.vit;

import io.vertebra.api.options.Shorthand;
import java.util.List;

/**
 * Options of encoder layers, written as a mapping for all of them or as a list with one for each.
 *
 * @param list one for all, or one for each layer
 */
public record LayerConfigs(List<LayerOptions> list) {
  /** Keeps a copy that does not change. */
  public LayerConfigs {
    list = List.copyOf(list);
  }

  /**
   * Gives all layers the same options.
   *
   * @param all the options
   * @return them
   */
  @Shorthand
  public static LayerConfigs ofAll(LayerOptions all) {
    return new LayerConfigs(List.of(all));
  }

  /**
   * Gives each layer options of its own.
   *
   * @param each the options, first layer to last
   * @return them
   */
  @Shorthand
  public static LayerConfigs ofEach(List<LayerOptions> each) {
    return new LayerConfigs(each);
  }

  void requireLayers(int layers) {
    if (list.size() != 1 && list.size() != layers) {
      throw new IllegalArgumentException(
          "layer_cfgs has %d entries, but there are %d layers: give one mapping for all, or one for each"
              .formatted(list.size(), layers));
    }
  }

  LayerOptions of(int layer) {
    return list.get(list.size() == 1 ? 0 : layer);
  }
}
