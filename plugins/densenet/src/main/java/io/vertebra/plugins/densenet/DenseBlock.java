package io.vertebra.plugins.densenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/** The layers of a stage, each of which sees the input and what all before it added. */
final class DenseBlock extends Layer {
  private final List<DenseLayer> layers = new ArrayList<>();

  DenseBlock(DenseNetOptions options, int stage) {
    int count = options.arch().depths().get(stage);
    int growth = options.arch().growthRate();
    int channels = options.channelsOfLayers(stage) - count * growth;
    for (int i = 0; i < count; i++) {
      layers.add(new DenseLayer(options, channels + i * growth));
    }
    addModule("block", new Sequential(layers));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray map = input;
    for (DenseLayer layer : layers) {
      map = context.ops().concat(List.of(map, layer.forward(context, map)), 1);
    }
    return map;
  }
}
