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
  private final boolean recomputes;

  DenseBlock(DenseNetOptions options, int stage) {
    int count = options.arch().depths().get(stage);
    int growth = options.arch().growthRate();
    int channels = options.channelsOfLayers(stage) - count * growth;
    for (int i = 0; i < count; i++) {
      layers.add(new DenseLayer(options, channels + i * growth));
    }
    addModule("block", new Sequential(layers));
    recomputes = options.memoryEfficient();
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray map = input;
    for (DenseLayer layer : layers) {
      NDArray added = recomputes ? context.recompute(layer, map) : layer.forward(context, map);
      NDArray joined = context.ops().concat(List.of(map, added), 1);
      added.close();
      if (map != input) {
        map.close();
      }
      map = joined;
    }
    return map;
  }
}
