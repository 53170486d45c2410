package io.vertebra.plugins.resnet;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.residual.ConvolutionBranch;
import io.vertebra.families.residual.ResidualArchitecture;
import io.vertebra.families.residual.ResidualNames;
import io.vertebra.families.residual.ResidualNetwork;
import io.vertebra.families.residual.ResidualStem;
import io.vertebra.families.residual.Shortcuts;
import java.util.List;

/**
 * The small ResNet of the paper for CIFAR-10 (He et al., Deep Residual Learning for Image
 * Recognition, 2016, section 4.2): three stages of 16, 32 and 64 channels, and shortcuts without
 * parameters that subsample and add channels of zeros.
 */
@StateDictNames(
    library = "pytorch_resnet_cifar10",
    rules = {"head.fc.* = linear.*", ResidualNames.BACKBONE})
@Plugin(
    kind = Kind.BACKBONE,
    type = "CifarResNet",
    summary =
        "ResNet-20, 32, 44, 56 and 110 of the paper for 32x32 images, with 0.3 to 1.7 M values")
@Variant(type = "resnet20", defaults = "depth: 20")
@Variant(type = "resnet32", defaults = "depth: 32")
@Variant(type = "resnet44", defaults = "depth: 44")
@Variant(type = "resnet56", defaults = "depth: 56")
@Variant(type = "resnet110", defaults = "depth: 110")
public final class CifarResNet extends ResidualNetwork {
  /**
   * Makes the network.
   *
   * @param options the options
   */
  public CifarResNet(CifarResNetOptions options) {
    super(
        options.residual(),
        ResidualStem.SMALL,
        Shortcuts::zeroPadding,
        new ResidualArchitecture(ConvolutionBranch::basic, 1, stages(options.depth())));
  }

  /** One convolution in the stem, one linear layer at the end, and two convolutions a block. */
  private static List<Integer> stages(int depth) {
    int blocks = (depth - 2) / 6;
    return List.of(blocks, blocks, blocks);
  }
}
