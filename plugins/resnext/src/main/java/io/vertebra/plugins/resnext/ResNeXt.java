package io.vertebra.plugins.resnext;

import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.residual.ConvolutionBranch;
import io.vertebra.families.residual.GroupOptions;
import io.vertebra.families.residual.ResidualArchitecture;
import io.vertebra.families.residual.ResidualNetwork;
import io.vertebra.families.residual.ResidualOptions;
import io.vertebra.families.residual.ResidualTweaks;

/** ResNeXt-50, 101 and 152, {@code mmpretrain.models.ResNeXt}. */
@Plugin(
    kind = Kind.BACKBONE,
    type = "ResNeXt",
    summary = "ResNet with grouped 3x3 convolutions, of depth 50, 101 or 152")
@Variant(type = "resnext50_32x4d", defaults = "depth: 50")
@Variant(type = "resnext101_32x4d", defaults = "depth: 101")
@Variant(
    type = "resnext101_32x8d",
    defaults = {"depth: 101", "width_per_group: 8"})
@Variant(
    type = "resnext101_64x4d",
    defaults = {"depth: 101", "groups: 64"})
@Variant(type = "resnext152_32x4d", defaults = "depth: 152")
public final class ResNeXt extends ResidualNetwork {
  /**
   * Options of {@link ResNeXt}.
   *
   * @param residual the options of all residual networks
   * @param tweaks refinements of stem and shortcuts
   * @param groups groups and their width
   */
  public record Options(
      @Inline ResidualOptions residual,
      @Inline ResidualTweaks tweaks,
      @Inline GroupOptions groups) {}

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
                ConvolutionBranch.bottleneck(
                    settings,
                    options.groups().width(settings, options.residual().baseChannels()),
                    options.groups().groups())));
  }
}
