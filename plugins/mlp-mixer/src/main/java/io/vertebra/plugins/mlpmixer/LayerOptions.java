package io.vertebra.plugins.mlpmixer;

import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Norm;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import java.util.Optional;

/**
 * Options of a block, those of {@code mmpretrain.models.backbones.mlp_mixer.MixerBlock}. What is
 * left out is as the network has it.
 *
 * @param tokensMlpDims the size between the maps that mix tokens
 * @param channelsMlpDims the size between the maps that mix features
 * @param dropRate the chance of values after each linear map to be dropped
 * @param dropPathRate the chance of a branch to be left out
 * @param maps the number of linear maps of each of the two parts
 * @param actCfg the activations
 * @param normCfg the norms
 */
public record LayerOptions(
    @Doc("size between the linear maps over tokens; that of arch where it is left out")
        @Range(min = 1)
        Optional<Integer> tokensMlpDims,
    @Doc("size between the linear maps over features; that of arch where it is left out")
        @Range(min = 1)
        Optional<Integer> channelsMlpDims,
    @Doc("chance of values after each linear map to be dropped, in place of that of the network")
        @Range(min = 0, max = 1)
        Optional<Double> dropRate,
    @Doc("chance of each branch to be left out, in place of that of the network")
        @Range(min = 0, max = 1)
        Optional<Double> dropPathRate,
    @Doc("number of linear maps over tokens, and of those over features")
        @Default("2")
        @Range(min = 2)
        @Key("num_fcs")
        int maps,
    @Doc("activations, in place of those of the network") Optional<Factory<Activation>> actCfg,
    @Doc("norms, in place of those of the network") Optional<Factory<Norm>> normCfg) {}
