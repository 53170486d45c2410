package io.vertebra.plugins.res2net;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.residual.ResidualArchitecture;
import io.vertebra.families.residual.ResidualNames;
import io.vertebra.families.residual.ResidualNetwork;
import io.vertebra.families.residual.ResidualOptions;
import io.vertebra.families.residual.ResidualStem;
import io.vertebra.families.residual.Shortcuts;

/**
 * Res2Net-50, 101 and 152, {@code mmpretrain.models.Res2Net}. Unlike there, {@code drop_path_rate}
 * is followed.
 */
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
    type = "Res2Net",
    summary = "ResNet of depth 50, 101 or 152 whose blocks see several scales")
@Variant(
    type = "res2net50_w14_s8",
    defaults = {"depth: 50", "scales: 8", "base_width: 14", "deep_stem: false", "avg_down: false"})
@Variant(
    type = "res2net50_w26_s4",
    defaults = {"depth: 50", "deep_stem: false", "avg_down: false"})
@Variant(
    type = "res2net50_w26_s6",
    defaults = {"depth: 50", "scales: 6", "deep_stem: false", "avg_down: false"})
@Variant(
    type = "res2net50_w26_s8",
    defaults = {"depth: 50", "scales: 8", "deep_stem: false", "avg_down: false"})
@Variant(
    type = "res2net50_w48_s2",
    defaults = {"depth: 50", "scales: 2", "base_width: 48", "deep_stem: false", "avg_down: false"})
@Variant(
    type = "res2net101_w26_s4",
    defaults = {"depth: 101", "deep_stem: false", "avg_down: false"})
public final class Res2Net extends ResidualNetwork {
  /**
   * Options of {@link Res2Net}.
   *
   * @param residual the options of all residual networks
   * @param scales the pieces of a block
   * @param deepStem whether the stem has three 3 x 3 convolutions
   * @param avgDown whether shortcuts shrink by a mean
   */
  public record Options(
      @Inline ResidualOptions residual,
      @Inline ScaleOptions scales,
      @Doc("three 3x3 convolutions in the stem instead of one 7x7") @Default("true")
          boolean deepStem,
      @Doc("shrink shortcuts by a mean, not by the stride of their convolution") @Default("true")
          boolean avgDown) {}

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public Res2Net(Options options) {
    super(
        options.residual(),
        options.deepStem() ? ResidualStem.DEEP : ResidualStem.PLAIN,
        options.avgDown() ? Shortcuts::pooled : Shortcuts::convolution,
        ResidualArchitecture.bottlenecks(
            options.residual().depth(),
            settings ->
                new ScaleBranch(
                    settings,
                    options.scales().width(settings, options.residual().baseChannels()),
                    options.scales().scales())));
  }
}
