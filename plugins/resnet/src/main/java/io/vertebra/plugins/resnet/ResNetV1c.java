package io.vertebra.plugins.resnet;

import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.residual.ResidualNames;
import io.vertebra.families.residual.ResidualNetwork;
import io.vertebra.families.residual.ResidualOptions;
import io.vertebra.families.residual.ResidualTweaks;

/** ResNet with three 3 x 3 convolutions in the stem, {@code mmpretrain.models.ResNetV1c}. */
@StateDictNames(
    library = "timm",
    rules = {
      ResidualNames.DEEP_STEM_CONVOLUTIONS,
      ResidualNames.DEEP_STEM_LAST_NORM,
      ResidualNames.DEEP_STEM_NORMS,
      ResidualNames.HEAD,
      ResidualNames.BACKBONE
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "ResNetV1c",
    summary = "ResNet with three 3x3 convolutions in the stem")
@Variant(type = "resnetv1c50", defaults = "depth: 50")
@Variant(type = "resnetv1c101", defaults = "depth: 101")
@Variant(type = "resnetv1c152", defaults = "depth: 152")
public final class ResNetV1c extends ResidualNetwork {
  /**
   * Options of {@link ResNetV1c}.
   *
   * @param residual the options of all residual networks
   */
  public record Options(@Inline ResidualOptions residual) {}

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public ResNetV1c(Options options) {
    super(
        options.residual(),
        new ResidualTweaks(/* deepStem= */ true, /* avgDown= */ false),
        Depths.of(options.residual().depth()));
  }
}
