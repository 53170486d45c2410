package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * A backbone, neck or head with branches that can be merged once it is trained, so that it computes
 * the same, but for rounding, with less (Ding et al., RepVGG, 2021, section 3.3). A network made of
 * such blocks implements this for all of them.
 */
public interface Mergeable {
  /**
   * Computes the arrays of the network with merged branches.
   *
   * @param ops the operations, without gradients
   * @param state all arrays of this network by their names within it; they are not changed
   * @return the arrays of the merged network by their names within it: new ones, which belong to
   *     the scope of the pass, and those of {@code state} that stay as they are
   */
  Map<String, NDArray> merge(Ops ops, Map<String, NDArray> state);

  /**
   * Tells the options that make the network which the merged arrays belong to.
   *
   * @return keys of this part in a config with values as a config has them, such as {@code deploy}
   *     and {@code true}; they replace those of the trained network
   */
  Map<String, String> mergedOptions();
}
