package io.vertebra.plugins.inception;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer or more, one after the other, each with a name within the block; after them some may
 * stand side by side. The block registers them.
 */
final class Branch {
  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private final List<Layer> steps = new ArrayList<>();
  private final List<Layer> ends = new ArrayList<>();

  /** Adds a layer after those that are there. */
  Branch then(String name, Layer layer) {
    layers.put(name, layer);
    steps.add(layer);
    return this;
  }

  /** Adds a layer after all steps, beside the other ends. */
  Branch end(String name, Layer layer) {
    layers.put(name, layer);
    ends.add(layer);
    return this;
  }

  /** The layers by their names within the block. */
  Map<String, Layer> layers() {
    return layers;
  }

  /** The output of each end, or of the last step where there are none. */
  List<NDArray> forward(Context context, NDArray input) {
    NDArray map = input;
    for (Layer step : steps) {
      map = map == input ? step.forward(context, map) : step.consume(context, map);
    }
    if (ends.isEmpty()) {
      return List.of(map);
    }
    List<NDArray> outputs = new ArrayList<>();
    for (Layer end : ends) {
      outputs.add(end.forward(context, map));
    }
    map.close();
    return outputs;
  }
}
