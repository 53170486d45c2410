package io.vertebra.plugins.resnet;

import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.residual.ResidualNetwork;
import io.vertebra.families.residual.ResidualOptions;
import io.vertebra.families.residual.ResidualTweaks;

/**
 * ResNet with three 3 x 3 convolutions in the stem, and shortcuts that shrink by a mean, {@code
 * mmpretrain.models.ResNetV1d}.
 */
@StateDictNames(
    library = "timm",
    rules = {
      "backbone.stem.0.conv.* = conv1.0.*",
      "backbone.stem.0.bn.* = conv1.1.*",
      "backbone.stem.1.conv.* = conv1.3.*",
      "backbone.stem.1.bn.* = conv1.4.*",
      "backbone.stem.2.conv.* = conv1.6.*",
      "backbone.stem.2.bn.* = bn1.*",
      "backbone.layer1.0.downsample.{k}.* = layer1.0.downsample.{k+1}.*",
      "head.fc.* = fc.*",
      "backbone.* = *"
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "ResNetV1d",
    summary = "ResNet with three 3x3 convolutions in the stem and shortcuts that shrink by a mean")
@Variant(type = "resnetv1d50", defaults = "depth: 50")
@Variant(type = "resnetv1d101", defaults = "depth: 101")
@Variant(type = "resnetv1d152", defaults = "depth: 152")
public final class ResNetV1d extends ResidualNetwork {
  /**
   * Options of {@link ResNetV1d}.
   *
   * @param residual the options of all residual networks
   */
  public record Options(@Inline ResidualOptions residual) {}

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public ResNetV1d(Options options) {
    super(
        options.residual(),
        new ResidualTweaks(/* deepStem= */ true, /* avgDown= */ true),
        Depths.of(options.residual().depth()));
  }
}
