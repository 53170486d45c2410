package io.vertebra.plugins.vit;

import io.vertebra.api.model.Activation;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;

/**
 * Options of the encoder layers beyond those of the network.
 *
 * @param ffnType what feed-forward parts compute
 * @param attnDropRate the chance of the attention to a position to be dropped
 * @param actCfg the activation of the feed-forward parts
 */
public record LayerOptions(
    @Doc(
            "feed-forward parts: two linear maps with an activation (origin), or with one half of"
                + " the features gating the other, of two thirds of the size (swiglu_fused)")
        @Default("origin")
        FfnType ffnType,
    @Doc("chance of the attention to a position to be dropped in training")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double attnDropRate,
    @Doc("activation of the feed-forward parts of ffn_type origin") @Default("{type: GELU}")
        Factory<Activation> actCfg) {
  /** Kinds of feed-forward parts. */
  public enum FfnType {
    /** Two linear maps with an activation between them. */
    ORIGIN,
    /** Two linear maps, between which one half of the features gates the other. */
    SWIGLU_FUSED
  }
}
