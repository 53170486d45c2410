package io.vertebra.plugins.hooks;

import io.vertebra.api.train.WeightCopy;
import java.util.Map;

/**
 * An average of weights over updates, {@code mmengine.model.BaseAveragedModel}: the first update
 * copies; where buffers are not averaged, each update copies them.
 */
final class WeightAverage {
  private static final String UPDATES = "updates";

  private final AverageOptions options;
  private long updates;

  WeightAverage(AverageOptions options) {
    this.options = options;
  }

  /** Takes the present weights into the average. */
  void update(WeightCopy weights, long maxIterations) {
    if (updates == 0) {
      weights.copy();
    } else if (updates % options.interval() == 0) {
      weights.average(options.rate(updates, maxIterations), options.updateBuffers());
    }
    if (!options.updateBuffers()) {
      weights.copyBuffers();
    }
    updates++;
  }

  Map<String, Object> state() {
    return Map.of(UPDATES, updates);
  }

  void restore(Map<String, Object> state) {
    updates = ((Number) state.get(UPDATES)).longValue();
  }
}
