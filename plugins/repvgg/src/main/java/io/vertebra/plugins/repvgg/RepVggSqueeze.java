package io.vertebra.plugins.repvgg;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.nn.Channels;
import io.vertebra.nn.Relu;
import io.vertebra.nn.Sigmoid;
import io.vertebra.nn.SqueezeExcitation;

/**
 * How blocks weigh their channels (Hu et al., Squeeze-and-Excitation Networks, 2018).
 *
 * @param ratio how many times fewer channels there are between the two maps
 * @param divisor what the number of channels between the maps is a multiple of
 */
public record RepVggSqueeze(
    @Doc("how many times fewer channels there are between the two maps")
        @Default("16")
        @Range(min = 1)
        int ratio,
    @Doc("what the number of channels between the maps is a multiple of")
        @Default("8")
        @Range(min = 1)
        int divisor) {
  SqueezeExcitation layer(int channels) {
    int squeezed = Channels.divisible(Math.floorDiv(channels, ratio), divisor);
    return new SqueezeExcitation(channels, squeezed, new Relu(), new Sigmoid());
  }
}
