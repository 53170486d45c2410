package io.vertebra.nn;

import static java.util.Objects.requireNonNull;

/**
 * Settings of a {@link TransformerEncoderLayer}.
 *
 * @param attention settings of the attention
 * @param feedForward the size between the two maps of the feed-forward part
 * @param branch settings of both residual branches
 */
public record EncoderLayerSettings(
    AttentionSettings attention, int feedForward, BranchSettings branch) {
  /** Checks that all is there. */
  public EncoderLayerSettings {
    requireNonNull(attention, "attention is null");
    requireNonNull(branch, "branch is null");
  }
}
