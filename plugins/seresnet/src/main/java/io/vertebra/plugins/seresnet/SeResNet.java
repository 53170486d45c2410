package io.vertebra.plugins.seresnet;

import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.residual.ResidualArchitecture;
import io.vertebra.families.residual.ResidualNames;
import io.vertebra.families.residual.ResidualNetwork;
import io.vertebra.families.residual.ResidualOptions;
import io.vertebra.families.residual.ResidualTweaks;

/**
 * SE-ResNet-50, 101 and 152, {@code mmpretrain.models.SEResNet}. Unlike there, {@code
 * drop_path_rate} is followed.
 */
@StateDictNames(
    library = "timm",
    rules = {SeNames.GATES, ResidualNames.HEAD, ResidualNames.BACKBONE})
@Plugin(
    kind = Kind.BACKBONE,
    type = "SEResNet",
    summary = "ResNet of depth 50, 101 or 152 whose blocks weigh their channels")
@Variant(type = "seresnet50", defaults = "depth: 50")
@Variant(type = "seresnet101", defaults = "depth: 101")
@Variant(type = "seresnet152", defaults = "depth: 152")
public final class SeResNet extends ResidualNetwork {
  /**
   * Options of {@link SeResNet}.
   *
   * @param residual the options of all residual networks
   * @param tweaks refinements of stem and shortcuts
   * @param squeeze the weighing of channels
   */
  public record Options(
      @Inline ResidualOptions residual,
      @Inline ResidualTweaks tweaks,
      @Inline SqueezeOptions squeeze) {}

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public SeResNet(Options options) {
    super(
        options.residual(),
        options.tweaks(),
        ResidualArchitecture.bottlenecks(
            options.residual().depth(),
            settings -> options.squeeze().bottleneck(settings, settings.width(), 1)));
  }
}
