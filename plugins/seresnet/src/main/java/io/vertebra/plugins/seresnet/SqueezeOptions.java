package io.vertebra.plugins.seresnet;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.families.residual.BlockSettings;
import io.vertebra.families.residual.ConvolutionBranch;
import io.vertebra.families.residual.GatedBranch;
import io.vertebra.families.residual.ResidualBranch;
import io.vertebra.nn.SqueezeExcitation;

/**
 * Options of the weighing of channels.
 *
 * @param seRatio how many times fewer channels there are between the two maps
 */
public record SqueezeOptions(
    @Doc("how many times fewer channels there are between the two maps that weigh channels")
        @Default("16")
        @Range(min = 1)
        int seRatio) {
  /** Makes a bottleneck whose output is weighed, {@code SEBottleneck}. */
  ResidualBranch bottleneck(BlockSettings settings, int width, int groups) {
    return new GatedBranch(
        ConvolutionBranch.bottleneck(settings, width, groups),
        "se_layer",
        new SqueezeExcitation(settings.outChannels(), seRatio));
  }
}
