package io.vertebra.plugins.shufflenet;

import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Norm;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.TrainingOptions;
import io.vertebra.nn.ConvOptions;
import java.util.Optional;

/**
 * Options that both generations of ShuffleNet have.
 *
 * @param frozenStages how many stages stay as they are; the stem is frozen from 0 on
 * @param convCfg the convolutions
 * @param normCfg the norms
 * @param actCfg the activations
 * @param training how it behaves in training
 */
public record ShuffleOptions(
    @Doc("stages that stay as they are; 0 freezes the stem alone, -1 nothing")
        @Default("-1")
        @Range(min = -1)
        int frozenStages,
    @Doc("convolutions; null for plain ones") Optional<ConvOptions> convCfg,
    @Doc("norms") @Default("{type: BN}") Factory<Norm> normCfg,
    @Doc("activations") @Default("{type: ReLU}") Factory<Activation> actCfg,
    @Inline TrainingOptions training) {
  ConvLayers layers() {
    return new ConvLayers(convCfg, normCfg, actCfg);
  }
}
