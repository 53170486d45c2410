package io.vertebra.api.model;

import static java.util.Objects.requireNonNull;

/**
 * Weights in a file.
 *
 * @param checkpoint path of the file
 * @param prefix what the names in the file start with beside those of the network, such as {@code
 *     backbone.}, with or without the last dot; empty for nothing
 */
public record PretrainedWeights(String checkpoint, String prefix) {
  /** Checks that both are there. */
  public PretrainedWeights {
    requireNonNull(checkpoint, "checkpoint is null");
    requireNonNull(prefix, "prefix is null");
  }
}
