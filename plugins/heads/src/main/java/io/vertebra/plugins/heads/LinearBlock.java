package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.NormContext;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.Linear;
import java.util.ArrayList;
import java.util.List;

/** A linear map and what follows it: a norm, an activation and a dropout, where they are wanted. */
final class LinearBlock extends Layer {
  private final List<Layer> layers = new ArrayList<>();

  private LinearBlock(int inChannels, int outChannels) {
    add("fc", new Linear(inChannels, outChannels, true));
  }

  /** Makes a linear map alone. */
  static LinearBlock plain(int inChannels, int outChannels) {
    return new LinearBlock(inChannels, outChannels);
  }

  /** Makes a hidden layer. */
  static LinearBlock hidden(StackedLinearClsHead.Options options, int inChannels, int size) {
    LinearBlock block = new LinearBlock(inChannels, size);
    options.normCfg().ifPresent(norm -> block.add("norm", norm.create(new NormContext(size))));
    options.actCfg().ifPresent(activation -> block.add("act", activation.create()));
    block.add("dropout", new Dropout(options.dropoutRate()));
    return block;
  }

  private void add(String name, Layer layer) {
    layers.add(addModule(name, layer));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray output = input;
    for (Layer layer : layers) {
      output = layer.forward(context, output);
    }
    return output;
  }
}
