package io.vertebra.plugins.squeezenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.Relu;
import io.vertebra.nn.Sequential;

/**
 * A convolution to a map of each class, whose mean is the logit of the class: N x 512 x H x W to N
 * x classes. The convolution is module {@code 1}, as in torchvision.
 */
final class SqueezeNetClassifier extends Layer {
  private final Sequential layers;

  SqueezeNetClassifier(int channels, int classes, double dropout) {
    this.layers =
        new Sequential(
            new Dropout(dropout),
            new Conv2d(channels, classes, 1).initializeWith(new Distribution.Normal(0, 0.01)),
            new Relu());
    layers.modules().forEach(this::addModule);
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().globalAvgPool2d(layers.forward(context, input));
  }
}
