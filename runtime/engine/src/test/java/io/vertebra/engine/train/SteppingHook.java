package io.vertebra.engine.train;

import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;

/** Steps schedules and saves nothing. */
final class SteppingHook implements Hook {
  @Override
  public void afterTrainIter(Run run) {
    run.stepSchedules(false);
  }
}
