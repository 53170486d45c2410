package io.vertebra.plugins.resnet;

import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.residual.ResidualNetwork;
import io.vertebra.families.residual.ResidualOptions;
import io.vertebra.families.residual.ResidualStem;
import io.vertebra.families.residual.ResidualTweaks;

/**
 * ResNet for images of 32 x 32 pixels, whose stem is one 3 x 3 convolution that keeps the size,
 * {@code mmpretrain.models.ResNet_CIFAR}.
 */
@Plugin(
    kind = Kind.BACKBONE,
    type = "ResNet_CIFAR",
    summary = "ResNet for 32x32 images: one 3x3 convolution in the stem, and no pooling")
@Variant(type = "resnet18_cifar", defaults = "depth: 18")
@Variant(type = "resnet34_cifar", defaults = "depth: 34")
@Variant(type = "resnet50_cifar", defaults = "depth: 50")
@Variant(type = "resnet101_cifar", defaults = "depth: 101")
@Variant(type = "resnet152_cifar", defaults = "depth: 152")
public final class ResNetCifar extends ResidualNetwork {
  /**
   * Options of {@link ResNetCifar}.
   *
   * @param residual the options of all residual networks
   * @param tweaks refinements of shortcuts; a deep stem is refused
   */
  public record Options(@Inline ResidualOptions residual, @Inline ResidualTweaks tweaks) {
    /** Checks that there is no deep stem. */
    public Options {
      if (tweaks.deepStem()) {
        throw new IllegalArgumentException(
            "deep_stem is true, but ResNet_CIFAR has a stem of its own: leave it out");
      }
    }
  }

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public ResNetCifar(Options options) {
    super(
        options.residual(),
        ResidualStem.SMALL,
        options.tweaks().shortcuts(),
        Depths.of(options.residual().depth()));
  }
}
