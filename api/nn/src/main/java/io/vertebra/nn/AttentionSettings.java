package io.vertebra.nn;

/**
 * Settings of a {@link MultiheadAttention}.
 *
 * @param features size of the last axis of input and output
 * @param heads how many heads the features are divided into
 * @param qkvBias whether queries, keys and values have a bias
 * @param attentionDropRate the chance of the weight of a position to be dropped
 */
public record AttentionSettings(
    int features, int heads, boolean qkvBias, double attentionDropRate) {
  /** Checks that the features can be divided. */
  public AttentionSettings {
    if (heads < 1 || features % heads != 0) {
      throw new IllegalArgumentException(
          "%d features cannot be divided into %d heads: take heads that divide the features"
              .formatted(features, heads));
    }
  }
}
