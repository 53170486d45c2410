package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * A network with branches that can be merged once it is trained, so that it computes the same, but
 * for rounding, with less (Ding et al., RepVGG, 2021, section 3.3). The option {@code deploy} makes
 * the network that the merged arrays belong to.
 */
@FunctionalInterface
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
}
