package io.vertebra.plugins.efficientnet;

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
import io.vertebra.nn.Sigmoid;
import io.vertebra.nn.SqueezeExcitation;
import java.util.Optional;

/**
 * Options that both generations of EfficientNet have.
 *
 * @param dropPathRate the chance of the last block to be left out
 * @param frozenStages how many stages stay as they are
 * @param convCfg the convolutions
 * @param normCfg the norms
 * @param actCfg the activations
 * @param training how it behaves in training
 */
public record SharedOptions(
    @Doc("chance of the last block to be left out in training; it grows from 0 evenly")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double dropPathRate,
    @Doc("stages that stay as they are, the stem among them; 0 for none")
        @Default("0")
        @Range(min = 0)
        int frozenStages,
    @Doc("convolutions; null for plain ones") @Default("{type: Conv2dAdaptivePadding}")
        Optional<ConvOptions> convCfg,
    @Doc("norms") @Default("{type: BN, eps: 0.001}") Factory<Norm> normCfg,
    @Doc("activations") @Default("{type: Swish}") Factory<Activation> actCfg,
    @Inline TrainingOptions training) {
  ConvLayers layers() {
    return new ConvLayers(convCfg, normCfg, actCfg);
  }

  /** What weighs the inner channels of a block; empty for no channels within. */
  Optional<SqueezeExcitation> gate(int channels, int squeezed) {
    return squeezed == 0
        ? Optional.empty()
        : Optional.of(new SqueezeExcitation(channels, squeezed, actCfg.create(), new Sigmoid()));
  }

  /** The chance of a block to be left out. */
  double dropPathRate(int block, int blocks) {
    return dropPathRate * block / (blocks - 1);
  }
}
