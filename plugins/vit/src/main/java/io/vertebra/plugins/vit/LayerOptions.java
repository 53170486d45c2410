package io.vertebra.plugins.vit;

import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Norm;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import java.util.Optional;

/**
 * Options of an encoder layer, those of {@code
 * mmpretrain.models.backbones.vision_transformer.TransformerEncoderLayer}. What is left out is as
 * the network has it.
 *
 * @param numHeads how many heads the attention has
 * @param feedforwardChannels the size between the maps of the feed-forward part
 * @param layerScaleInitValue what branches are multiplied by at first
 * @param dropRate the chance of values of branches to be dropped
 * @param attnDropRate the chance of the attention to a position to be dropped
 * @param dropPathRate the chance of branches to be left out
 * @param maps the number of linear maps of the feed-forward part
 * @param qkvBias whether queries, keys and values have a bias
 * @param ffnType what the feed-forward part computes
 * @param actCfg the activation of the feed-forward part
 * @param normCfg the norms
 */
public record LayerOptions(
    @Doc("number of heads; divides embed_dims; that of arch where it is left out") @Range(min = 1)
        Optional<Integer> numHeads,
    @Doc("size between the linear maps; that of arch where it is left out") @Range(min = 1)
        Optional<Integer> feedforwardChannels,
    @Doc("what each branch is multiplied by at first, in place of that of the network")
        @Range(min = 0)
        Optional<Double> layerScaleInitValue,
    @Doc("chance of values of branches to be dropped, in place of that of the network")
        @Range(min = 0, max = 1)
        Optional<Double> dropRate,
    @Doc("chance of the attention to a position to be dropped in training")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double attnDropRate,
    @Doc("chance of branches to be left out, in place of the one that grows from layer to layer")
        @Range(min = 0, max = 1)
        Optional<Double> dropPathRate,
    @Doc("number of linear maps of feed-forward parts of ffn_type origin")
        @Default("2")
        @Range(min = 2)
        @Key("num_fcs")
        int maps,
    @Doc("whether queries, keys and values have a bias, in place of that of the network")
        Optional<Boolean> qkvBias,
    @Doc(
            "feed-forward parts: linear maps with an activation between (origin), or with one half of"
                + " the features gating the other, of two thirds of the size (swiglu_fused)")
        @Default("origin")
        FfnType ffnType,
    @Doc("activation of feed-forward parts of ffn_type origin") @Default("{type: GELU}")
        Factory<Activation> actCfg,
    @Doc("norms, in place of those of the network") Optional<Factory<Norm>> normCfg) {
  /** Kinds of feed-forward parts. */
  public enum FfnType {
    /** Linear maps with an activation between them. */
    ORIGIN,
    /** Two linear maps, between which one half of the features gates the other. */
    SWIGLU_FUSED
  }
}
