package io.vertebra.plugins.resnet;

import io.vertebra.families.residual.ConvolutionBranch;
import io.vertebra.families.residual.ResidualArchitecture;

/** The depths of ResNet. */
final class Depths {
  private Depths() {}

  static ResidualArchitecture of(int depth) {
    return ResidualArchitecture.ofDepth(
        depth,
        ConvolutionBranch::basic,
        settings -> ConvolutionBranch.bottleneck(settings, settings.width(), 1));
  }
}
