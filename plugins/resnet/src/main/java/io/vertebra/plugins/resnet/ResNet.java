package io.vertebra.plugins.resnet;

import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.residual.ResidualNetwork;
import io.vertebra.families.residual.ResidualOptions;
import io.vertebra.families.residual.ResidualTweaks;

/**
 * ResNet-18, 34, 50, 101 and 152, {@code mmpretrain.models.ResNet}; with blocks that are wider
 * within, the Wide ResNets of torchvision (Zagoruyko and Komodakis, Wide Residual Networks, 2016).
 */
@Plugin(
    kind = Kind.BACKBONE,
    type = "ResNet",
    summary = "Residual network of depth 18, 34, 50, 101 or 152")
@Variant(type = "resnet18", defaults = "depth: 18")
@Variant(type = "resnet34", defaults = "depth: 34")
@Variant(type = "resnet50", defaults = "depth: 50")
@Variant(type = "resnet101", defaults = "depth: 101")
@Variant(type = "resnet152", defaults = "depth: 152")
@Variant(
    type = "wide_resnet50_2",
    defaults = {"depth: 50", "base_channels: 128", "expansion: 2"})
@Variant(
    type = "wide_resnet101_2",
    defaults = {"depth: 101", "base_channels: 128", "expansion: 2"})
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
