package io.vertebra.plugins.seresnet;

import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.residual.GroupOptions;
import io.vertebra.families.residual.ResidualArchitecture;
import io.vertebra.families.residual.ResidualNames;
import io.vertebra.families.residual.ResidualNetwork;
import io.vertebra.families.residual.ResidualOptions;
import io.vertebra.families.residual.ResidualTweaks;

/**
 * SE-ResNeXt-50, 101 and 152, {@code mmpretrain.models.SEResNeXt}. Unlike there, {@code se_ratio}
 * and {@code drop_path_rate} are followed.
 */
@StateDictNames(
    library = "timm",
    rules = {SeNames.GATES, ResidualNames.HEAD, ResidualNames.BACKBONE})
@Plugin(
    kind = Kind.BACKBONE,
    type = "SEResNeXt",
    summary = "ResNeXt of depth 50, 101 or 152 whose blocks weigh their channels")
@Variant(type = "seresnext50_32x4d", defaults = "depth: 50")
@Variant(type = "seresnext101_32x4d", defaults = "depth: 101")
@Variant(type = "seresnext152_32x4d", defaults = "depth: 152")
public final class SeResNeXt extends ResidualNetwork {
  /**
   * Options of {@link SeResNeXt}.
   *
   * @param residual the options of all residual networks
   * @param tweaks refinements of stem and shortcuts
   * @param groups groups and their width
   * @param squeeze the weighing of channels
   */
  public record Options(
      @Inline ResidualOptions residual,
      @Inline ResidualTweaks tweaks,
      @Inline GroupOptions groups,
      @Inline SqueezeOptions squeeze) {}

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public SeResNeXt(Options options) {
    super(
        options.residual(),
        options.tweaks(),
        ResidualArchitecture.bottlenecks(
            options.residual().depth(),
            settings ->
                options
                    .squeeze()
                    .bottleneck(
                        settings,
                        options.groups().width(settings, options.residual().baseChannels()),
                        options.groups().groups())));
  }
}
