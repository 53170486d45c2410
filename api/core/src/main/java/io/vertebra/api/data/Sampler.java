package io.vertebra.api.data;

import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;

/**
 * The order in which samples are drawn. It is a function of the epoch alone, so that a run can go
 * on in the middle of an epoch without drawing what was seen before. Its constructor takes a {@link
 * SamplerContext}: the data set and the seed.
 */
@ExtensionPoint(Kind.SAMPLER)
@FunctionalInterface
public interface Sampler {
  /**
   * The indices of one epoch, in order.
   *
   * @param epoch from 0
   * @return indices into the data set; a new array each time
   */
  int[] indices(int epoch);

  /**
   * Whether the epochs are one endless row, which batches go through without a shorter one at the
   * end of each.
   *
   * @return false by default
   */
  default boolean endless() {
    return false;
  }
}
