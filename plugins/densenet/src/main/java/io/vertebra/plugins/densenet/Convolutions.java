package io.vertebra.plugins.densenet;

import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.Conv2d;

/** Makes the convolutions of a DenseNet, without biases. */
final class Convolutions {
  private Convolutions() {}

  /** A convolution padded so that stride 1 keeps the size. */
  static Conv2d square(int from, int to, int kernel, int stride) {
    ConvSettings settings =
        new ConvSettings(IntPair.of(stride), IntPair.of(kernel / 2), IntPair.of(1), 1);
    return new Conv2d(from, to, IntPair.of(kernel), settings, /* bias= */ false);
  }
}
