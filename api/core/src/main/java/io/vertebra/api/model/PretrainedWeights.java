package io.vertebra.api.model;

import static java.util.Objects.requireNonNull;

/**
 * Weights in a file.
 *
 * @param checkpoint path of the file
 * @param prefix what the names in the file start with beside those of the network, such as {@code
 *     backbone.}, with or without the last dot; empty for nothing
 * @param strict whether file and network must be one and the same but for the classes of a head
 */
public record PretrainedWeights(String checkpoint, String prefix, boolean strict) {
  /** Checks that both are there. */
  public PretrainedWeights {
    requireNonNull(checkpoint, "checkpoint is null");
    requireNonNull(prefix, "prefix is null");
  }
}
