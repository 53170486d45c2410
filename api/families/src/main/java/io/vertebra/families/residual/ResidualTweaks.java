package io.vertebra.families.residual;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;

/**
 * Refinements of ResNet (He et al., Bag of Tricks for Image Classification with Convolutional
 * Neural Networks, 2019, section 4).
 *
 * @param deepStem ResNet-C: three 3 x 3 convolutions in the stem
 * @param avgDown ResNet-D: shortcuts that shrink by a mean
 */
public record ResidualTweaks(
    @Doc("three 3x3 convolutions in the stem instead of one 7x7 (ResNet-C)") @Default("false")
        boolean deepStem,
    @Doc("shrink shortcuts by a mean, not by the stride of their convolution (ResNet-D)")
        @Default("false")
        boolean avgDown) {
  /**
   * The shortcuts.
   *
   * @return those that shrink by a mean or by the stride of their convolution
   */
  public ShortcutFactory shortcuts() {
    return avgDown ? Shortcuts::average : Shortcuts::convolution;
  }
}
