package io.vertebra.families.residual;

import io.vertebra.api.model.Layer;

/** Makes the shortcuts of blocks that change the shape of their input. */
@FunctionalInterface
public interface ShortcutFactory {
  /**
   * Makes a shortcut.
   *
   * @param settings where its block stands in the network
   * @return a new layer, N x C x H x W to the shape of the branch's output
   */
  Layer create(BlockSettings settings);
}
