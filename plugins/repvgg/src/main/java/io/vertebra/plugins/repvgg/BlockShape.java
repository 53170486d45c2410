package io.vertebra.plugins.repvgg;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.Conv2d;

/**
 * The shape of the convolutions of a block.
 *
 * @param inChannels channels of the input
 * @param outChannels channels of the output
 * @param stride the step of the block
 * @param dilation the dilation of its 3 x 3 convolution
 * @param groups the groups of its convolutions
 */
record BlockShape(int inChannels, int outChannels, int stride, int dilation, int groups) {
  /** Whether the input can be added to the output. */
  boolean keepsShape() {
    return inChannels == outChannels && stride == 1;
  }

  /** A convolution padded so that stride 1 keeps the size. */
  Conv2d convolution(int kernel, boolean bias) {
    int tap = kernel == 1 ? 1 : dilation;
    ConvSettings settings =
        new ConvSettings(
            IntPair.of(stride), IntPair.of(tap * (kernel / 2)), IntPair.of(tap), groups);
    return new Conv2d(inChannels, outChannels, IntPair.of(kernel), settings, bias)
        .initializeWith(Distribution.kaimingNormal((long) outChannels * kernel * kernel));
  }
}
