package io.vertebra.engine.train;

import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import io.vertebra.api.train.WeightCopy;

/** Averages after each iteration, and validates the average. */
final class AveragingHook implements Hook {
  private WeightCopy weights;

  @Override
  public void beforeRun(Run run) {
    weights = run.weightCopy("Averaging");
  }

  @Override
  public void afterTrainIter(Run run) {
    weights.average(0.25, true);
  }

  @Override
  public void beforeVal(Run run) {
    weights.swap();
  }

  @Override
  public void afterVal(Run run) {
    weights.swap();
  }
}
