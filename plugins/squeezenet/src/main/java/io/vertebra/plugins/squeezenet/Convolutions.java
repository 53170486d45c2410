package io.vertebra.plugins.squeezenet;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.Conv2d;

/** Makes convolutions with a bias of zeros and Kaiming's uniform weights, as torchvision does. */
final class Convolutions {
  private Convolutions() {}

  static Conv2d of(int in, int out, int kernel, int stride, int padding) {
    ConvSettings settings =
        new ConvSettings(IntPair.of(stride), IntPair.of(padding), IntPair.of(1), 1);
    Conv2d convolution = new Conv2d(in, out, IntPair.of(kernel), settings, /* bias= */ true);
    Shape weight = convolution.parameters().get("weight").shape();
    double bound = Math.sqrt(6.0 / (weight.get(1) * weight.get(2) * weight.get(3)));
    return convolution.initializeWith(new Distribution.Uniform(-bound, bound));
  }
}
