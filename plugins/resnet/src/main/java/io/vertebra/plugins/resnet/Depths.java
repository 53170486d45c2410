package io.vertebra.plugins.resnet;

import io.vertebra.families.residual.ResidualArchitecture;
import io.vertebra.families.residual.ResidualBlock;

/** The depths of ResNet. */
final class Depths {
  private Depths() {}

  static ResidualArchitecture of(int depth) {
    return ResidualArchitecture.ofDepth(
        depth,
        ResidualBlock::basic,
        settings -> ResidualBlock.bottleneck(settings, settings.width(), 1));
  }
}
