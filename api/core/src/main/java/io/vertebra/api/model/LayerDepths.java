package io.vertebra.api.model;

/**
 * A network that tells how deep the layer of each parameter is, so that layers near the input can
 * learn more slowly (layer-wise decay of the learning rate).
 */
@FunctionalInterface
public interface LayerDepths {
  /**
   * The depth of a parameter's layer, as MMPretrain's {@code get_layer_depth} counts.
   *
   * @param parameter the dotted name of a parameter within this network
   * @return its depth
   */
  Depth layerDepth(String parameter);

  /**
   * The depth of a layer.
   *
   * @param layer the number of the layer, from 0 at the input
   * @param layers how many layers the network has
   */
  record Depth(int layer, int layers) {}
}
