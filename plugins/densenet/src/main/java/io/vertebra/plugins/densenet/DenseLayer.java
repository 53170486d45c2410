package io.vertebra.plugins.densenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.Dropout;

/** What one layer adds to a map: N x C x H x W to N x growth rate x H x W. */
final class DenseLayer extends Layer {
  private final Norm norm1;
  private final Conv2d conv1;
  private final Activation activation;
  private final Norm norm2;
  private final Conv2d conv2;
  private final Dropout dropout;

  DenseLayer(DenseNetOptions options, int channels) {
    int growth = options.arch().growthRate();
    int width = options.bnSize() * growth;
    norm1 = addModule("norm1", options.norm(channels));
    conv1 = addModule("conv1", Convolutions.square(channels, width, 1, 1));
    activation = addModule("act", options.activation());
    norm2 = addModule("norm2", options.norm(width));
    conv2 = addModule("conv2", Convolutions.square(width, growth, 3, 1));
    dropout = addModule("dropout", new Dropout(options.dropRate()));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray active = activation.consume(context, norm1.forward(context, input));
    NDArray narrow = norm2.consume(context, conv1.consume(context, active));
    NDArray added = conv2.consume(context, activation.consume(context, narrow));
    return dropout.consume(context, added);
  }
}
