package io.vertebra.engine.train;

import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;
import java.util.Optional;

/** Halves the rate at every iteration. */
final class HalvingSchedule implements Schedule {
  @Override
  public ScheduleSpan span() {
    return new ScheduleSpan("lr", false, 0, Optional.empty(), false, false);
  }

  @Override
  public double next(ScheduleStep step) {
    return step.index() == 0 ? step.current() : step.current() / 2;
  }
}
