package io.vertebra.engine.train;

import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import java.util.Map;

/** Counts validations, over all starts of a run. */
final class CountingHook implements Hook {
  int validations;

  @Override
  public Map<String, Object> state() {
    return Map.of("validations", validations);
  }

  @Override
  public void restore(Map<String, Object> state) {
    validations = ((Number) state.get("validations")).intValue();
  }

  @Override
  public void afterValEpoch(Run run, Map<String, Double> metrics) {
    validations++;
  }
}
