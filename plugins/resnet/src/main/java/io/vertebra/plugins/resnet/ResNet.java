package io.vertebra.plugins.resnet;

import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.families.residual.ResidualNetwork;
import io.vertebra.families.residual.ResidualOptions;
import io.vertebra.families.residual.ResidualTweaks;

/** ResNet-18, 34, 50, 101 and 152, {@code mmpretrain.models.ResNet}. */
@Plugin(
    kind = Kind.BACKBONE,
    type = "ResNet",
    summary = "Residual network of depth 18, 34, 50, 101 or 152")
public final class ResNet extends ResidualNetwork {
  /**
   * Options of {@link ResNet}.
   *
   * @param residual the options of all residual networks
   * @param tweaks refinements of stem and shortcuts
   */
  public record Options(@Inline ResidualOptions residual, @Inline ResidualTweaks tweaks) {}

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public ResNet(Options options) {
    super(options.residual(), options.tweaks(), Depths.of(options.residual().depth()));
  }
}
