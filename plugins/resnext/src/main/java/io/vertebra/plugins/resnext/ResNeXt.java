package io.vertebra.plugins.resnext;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.families.residual.BlockSettings;
import io.vertebra.families.residual.ResidualArchitecture;
import io.vertebra.families.residual.ResidualBlock;
import io.vertebra.families.residual.ResidualNetwork;
import io.vertebra.families.residual.ResidualOptions;
import io.vertebra.families.residual.ResidualTweaks;

/** ResNeXt-50, 101 and 152, {@code mmpretrain.models.ResNeXt}. */
@Plugin(
    kind = Kind.BACKBONE,
    type = "ResNeXt",
    summary = "ResNet with grouped 3x3 convolutions, of depth 50, 101 or 152")
public final class ResNeXt extends ResidualNetwork {
  /**
   * Options of {@link ResNeXt}.
   *
   * @param residual the options of all residual networks
   * @param tweaks refinements of stem and shortcuts
   * @param groups groups of the 3 x 3 convolutions
   * @param widthPerGroup channels of a group in the first stage; it doubles with each stage
   */
  public record Options(
      @Inline ResidualOptions residual,
      @Inline ResidualTweaks tweaks,
      @Doc("groups of the 3x3 convolutions") @Default("32") @Range(min = 1) int groups,
      @Doc("channels of a group in the first stage; it doubles with each stage")
          @Default("4")
          @Range(min = 1)
          int widthPerGroup) {}

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public ResNeXt(Options options) {
    super(
        options.residual(),
        options.tweaks(),
        ResidualArchitecture.bottlenecks(
            options.residual().depth(),
            settings ->
                ResidualBlock.bottleneck(settings, width(options, settings), options.groups())));
  }

  private static int width(Options options, BlockSettings settings) {
    if (options.groups() == 1) {
      return settings.width();
    }
    int wider = options.groups() * options.widthPerGroup();
    return wider * settings.width() / options.residual().baseChannels();
  }
}
