package io.vertebra.plugins.nasnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import java.util.List;
import java.util.Optional;

/**
 * One half of a combination.
 *
 * @param source what it takes
 * @param layer what it does with it; empty for nothing
 */
record Operand(Source source, Optional<Layer> layer) {
  static Operand of(Source source, Layer layer) {
    return new Operand(source, Optional.of(layer));
  }

  static Operand plain(Source source) {
    return new Operand(source, Optional.empty());
  }

  NDArray forward(Context context, List<NDArray> values) {
    NDArray value = values.get(source.index());
    return layer.isPresent() ? layer.get().forward(context, value) : value;
  }
}
