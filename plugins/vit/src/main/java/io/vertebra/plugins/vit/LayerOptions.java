package io.vertebra.plugins.vit;

import io.vertebra.api.model.Activation;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;

/**
 * Options of the encoder layers beyond those of the network.
 *
 * @param attnDropRate the chance of the attention to a position to be dropped
 * @param actCfg the activation of the feed-forward parts
 */
public record LayerOptions(
    @Doc("chance of the attention to a position to be dropped in training")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double attnDropRate,
    @Doc("activation of the feed-forward parts") @Default("{type: GELU}")
        Factory<Activation> actCfg) {}
