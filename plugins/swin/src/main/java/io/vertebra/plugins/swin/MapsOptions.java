package io.vertebra.plugins.swin;

import io.vertebra.api.model.Activation;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.nn.BranchSettings;
import io.vertebra.nn.FeedForward;
import java.util.Optional;

/**
 * Options of the feed-forward part of a block, those of {@code mmcv.cnn.bricks.transformer.FFN}.
 *
 * @param feedforwardChannels the size between the maps
 * @param maps the number of linear maps
 * @param dropRate the chance of values after each map to be dropped
 * @param actCfg the activations
 * @param layerScaleInitValue what the output is multiplied by at first
 */
public record MapsOptions(
    @Doc("size between the linear maps; ffn_ratio times the features where it is left out")
        @Range(min = 1)
        Optional<Integer> feedforwardChannels,
    @Doc("number of linear maps") @Default("2") @Range(min = 2) @Key("num_fcs") int maps,
    @Doc("chance of values after each linear map to be dropped in training")
        @Default("0.0")
        @Range(min = 0, max = 1)
        @Key("ffn_drop")
        double dropRate,
    @Doc("activations") @Default("{type: GELU}") Factory<Activation> actCfg,
    @Doc("what the output is multiplied by at first, a number for each feature; 0 for none")
        @Default("0.0")
        @Range(min = 0)
        double layerScaleInitValue) {
  /** Makes the part. */
  FeedForward create(int features, double ratio, double dropPathRate) {
    int hidden = feedforwardChannels.orElse((int) (features * ratio));
    if (hidden < 1) {
      throw new IllegalArgumentException(
          "ffn_ratio is %s, which leaves no feature of %d".formatted(ratio, features));
    }
    return new FeedForward(
        new FeedForward.Maps(features, hidden, maps),
        actCfg::create,
        new BranchSettings(dropRate, dropPathRate, layerScaleInitValue));
  }
}
