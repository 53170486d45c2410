package io.vertebra.plugins.hooks;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Priority;
import io.vertebra.api.train.Run;
import java.util.Map;

/** Lets schedules take their steps, {@code mmengine.hooks.ParamSchedulerHook}. */
@Plugin(
    kind = Kind.HOOK,
    type = "ParamSchedulerHook",
    summary = "Lets schedules take their steps after iterations, epochs and validations")
public final class ParamSchedulerHook implements Hook {
  /** Makes the hook. */
  public ParamSchedulerHook() {}

  @Override
  public int priority() {
    return Priority.LOW.value();
  }

  @Override
  public void afterTrainIter(Run run) {
    run.stepSchedules(false);
  }

  @Override
  public void afterTrainEpoch(Run run) {
    run.stepSchedules(true);
  }

  @Override
  public void afterValEpoch(Run run, Map<String, Double> metrics) {
    run.stepSchedules(metrics);
  }
}
