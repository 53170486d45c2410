package io.vertebra.plugins.resnest;

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
import java.util.List;
import java.util.Map;

/**
 * ResNeSt-50, 101, 152, 200 and 269, {@code mmpretrain.models.ResNeSt}: stem and shortcuts are
 * those of ResNet-D. Unlike there, {@code drop_path_rate} is followed.
 */
@StateDictNames(
    library = "timm",
    rules = {
      ResidualNames.DEEP_STEM_CONVOLUTIONS,
      ResidualNames.DEEP_STEM_LAST_NORM,
      ResidualNames.DEEP_STEM_NORMS,
      ResidualNames.MEAN_SHORTCUT,
      ResidualNames.HEAD,
      ResidualNames.BACKBONE
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "ResNeSt",
    summary = "ResNet-D of depth 50, 101, 152, 200 or 269 whose blocks weigh splits of channels")
@Variant(type = "resnest50", defaults = "depth: 50")
@Variant(
    type = "resnest101",
    defaults = {"depth: 101", "stem_channels: 128"})
@Variant(
    type = "resnest200",
    defaults = {"depth: 200", "stem_channels: 128"})
@Variant(
    type = "resnest269",
    defaults = {"depth: 269", "stem_channels: 128"})
public final class ResNeSt extends ResidualNetwork {
  private static final Map<Integer, List<Integer>> DEEPER =
      Map.of(200, List.of(3, 24, 36, 3), 269, List.of(3, 30, 48, 8));

  /**
   * Options of {@link ResNeSt}.
   *
   * @param residual the options of all residual networks
   * @param split the splits of a block
   */
  public record Options(@Inline ResidualOptions residual, @Inline SplitOptions split) {}

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public ResNeSt(Options options) {
    super(
        options.residual(),
        new ResidualTweaks(/* deepStem= */ true, /* avgDown= */ true),
        ResidualArchitecture.bottlenecks(
            options.residual().depth(),
            DEEPER,
            settings ->
                new SplitBranch(settings, options.split(), options.residual().baseChannels())));
  }
}
