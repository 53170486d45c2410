package io.vertebra.plugins.inception;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.Intermediates;
import io.vertebra.nn.Linear;
import io.vertebra.nn.Relu;
import java.util.Optional;

/** A classifier on a map of any size: N x C x H x W to N x classes. */
final class GoogLeNetAuxiliary extends Layer {
  private static final int CHANNELS = 128;
  private static final IntPair MAP = IntPair.of(4);
  private static final int HIDDEN = 1024;

  private final ConvModule conv;
  private final Linear fc1;
  private final Relu relu;
  private final Linear fc2;
  private final Dropout dropout;

  GoogLeNetAuxiliary(int channels, GoogLeNet.Options options, Optional<Distribution> weights) {
    conv = addModule("conv", new Convolutions(weights).same(channels, CHANNELS, 1));
    int values = CHANNELS * MAP.first() * MAP.second();
    fc1 = addModule("fc1", GoogLeNet.linear(values, HIDDEN, weights));
    relu = addModule("relu", new Relu());
    fc2 = addModule("fc2", GoogLeNet.linear(HIDDEN, options.numClasses(), weights));
    dropout = addModule("dropout", new Dropout(options.dropoutAux()));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray map = conv.consume(context, context.ops().adaptiveAvgPool2d(input, MAP));
    NDArray values = Intermediates.map(map, it -> it.reshape(it.getShape().get(0), -1));
    NDArray hidden = relu.consume(context, fc1.consume(context, values));
    return fc2.consume(context, dropout.consume(context, hidden));
  }
}
