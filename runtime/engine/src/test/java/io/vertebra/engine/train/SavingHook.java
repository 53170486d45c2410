package io.vertebra.engine.train;

import io.vertebra.api.train.Checkpoints.Position;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Priority;
import io.vertebra.api.train.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Steps schedules, saves after each iteration and epoch, and counts. */
final class SavingHook implements Hook {
  int count;
  int validations;

  @Override
  public int priority() {
    return Priority.VERY_LOW.value();
  }

  @Override
  public Map<String, Object> state() {
    return Map.of("count", count, "validations", validations);
  }

  @Override
  public void restore(Map<String, Object> state) {
    count = ((Number) state.get("count")).intValue();
    validations = ((Number) state.get("validations")).intValue();
  }

  @Override
  public void afterTrainIter(Run run) {
    count++;
    run.stepSchedules(false);
    long done = run.progress().iteration() + 1;
    save(run, "iter_" + done, new Position(run.progress().epoch(), done));
  }

  @Override
  public void afterTrainEpoch(Run run) {
    int done = run.progress().epoch() + 1;
    save(run, "epoch_" + done, new Position(done, run.progress().iteration()));
  }

  static void save(Run run, String name, Position position) {
    try {
      run.checkpoints().save(name, position);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterValEpoch(Run run, Map<String, Double> metrics) {
    validations++;
  }
}
