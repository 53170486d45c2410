package io.vertebra.engine.train;

import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;
import io.vertebra.engine.config.TrainOptions;

/**
 * A schedule with its counters, stepping as MMEngine's {@code _ParamScheduler} does: the first step
 * is taken at once, and a step outside {@code [begin, end)} leaves the value as it is.
 */
final class ScheduleRunner {
  private final Schedule schedule;
  private final GroupState group;
  private final boolean byEpoch;
  private final double initial;
  private final int begin;
  private final int end;
  private final int unit;
  private int global;
  private int index = -1;

  /**
   * Starts a schedule.
   *
   * @param schedule the schedule
   * @param group the group whose hyper-parameter it changes
   * @param training how long the run is
   * @param epochLength iterations of an epoch
   */
  ScheduleRunner(Schedule schedule, GroupState group, TrainOptions training, int epochLength) {
    ScheduleSpan span = schedule.span();
    boolean converted = span.convertToIterBased() && span.byEpoch();
    this.schedule = schedule;
    this.group = group;
    this.byEpoch = span.byEpoch() && !converted;
    this.initial = group.initialHyperParameter(span.paramName());
    this.unit = converted ? epochLength : 1;
    this.begin = Math.multiplyExact(span.begin(), unit);
    int last =
        span.byEpoch()
            ? training.maxEpochs().orElse(1)
            : Math.toIntExact(training.iterations(epochLength));
    this.end = Math.multiplyExact(span.end().orElse(last), unit);
    if (end <= begin) {
      throw new IllegalArgumentException(
          "a schedule of " + span.paramName() + " begins at or after the end of the run");
    }
    step();
  }

  boolean byEpoch() {
    return byEpoch;
  }

  void step() {
    if (begin <= global && global < end) {
      index++;
      String name = schedule.span().paramName();
      double current = group.hyperParameter(name);
      double next = schedule.next(new ScheduleStep(index, current, initial, end - begin, unit));
      group.setHyperParameter(name, next);
    }
    global++;
  }
}
