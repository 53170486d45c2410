package io.vertebra.plugins.res2net;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.families.residual.BlockSettings;

/**
 * Options of the pieces that blocks cut their channels into.
 *
 * @param scales how many pieces
 * @param baseWidth channels of a piece in the first stage, where its blocks are 64 wide; they
 *     double with each stage
 */
public record ScaleOptions(
    @Doc("how many pieces blocks cut their channels into") @Default("4") @Range(min = 2) int scales,
    @Doc("channels of a piece in the first stage; they double with each stage")
        @Default("26")
        @Range(min = 1)
        int baseWidth) {
  /** The channels of a piece. */
  int width(BlockSettings settings, int baseChannels) {
    return settings.width() * baseWidth / baseChannels;
  }
}
