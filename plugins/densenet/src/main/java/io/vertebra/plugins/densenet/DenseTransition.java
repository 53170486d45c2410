package io.vertebra.plugins.densenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.nn.AvgPool2d;
import io.vertebra.nn.Conv2d;

/** What makes the output of a stage narrower and smaller: N x C x H x W to N x K x H/2 x W/2. */
final class DenseTransition extends Layer {
  private final Norm norm;
  private final Activation activation;
  private final Conv2d convolution;
  private final AvgPool2d pool;

  DenseTransition(DenseNetOptions options, int stage) {
    int channels = options.channelsOfLayers(stage);
    norm = addModule("norm", options.norm(channels));
    activation = addModule("act", options.activation());
    convolution = addModule("conv", Convolutions.square(channels, options.channels(stage), 1, 1));
    pool = addModule("pool", new AvgPool2d(2));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray active = activation.consume(context, norm.forward(context, input));
    return pool.consume(context, convolution.consume(context, active));
  }
}
