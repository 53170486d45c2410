package io.vertebra.engine.optim;

import io.vertebra.api.train.MetricSchedule;
import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;
import io.vertebra.engine.config.RunLength;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A schedule with its counter, stepping as MMEngine's {@code _ParamScheduler} does: the first step
 * is taken at once, and a step outside {@code [begin, end)} leaves the values as they are. A
 * schedule that follows a figure counts epochs, but acts when it is shown the figure.
 */
final class ScheduleRunner {
  private static final String STEP = "step";
  private static final String VALUES = "values";
  private static final String MEMORY = "memory";

  private final Schedule schedule;
  private final List<HyperParameters> groups;
  private final String name;
  private final boolean byEpoch;
  private final int unit;
  private final int begin;
  private final int end;
  private int step = -1;

  /**
   * Starts a schedule.
   *
   * @param schedule the schedule
   * @param groups the groups whose hyper-parameter it changes
   * @param length how long the run is
   */
  ScheduleRunner(Schedule schedule, List<HyperParameters> groups, RunLength length) {
    ScheduleSpan span = schedule.span();
    boolean converted = span.convertToIterBased() && span.byEpoch();
    this.schedule = schedule;
    this.groups = List.copyOf(groups);
    this.name = span.paramName();
    this.byEpoch = span.byEpoch() && !converted;
    this.unit = converted ? length.epochLength() : 1;
    this.begin = Math.multiplyExact(span.begin(), unit);
    int last = span.byEpoch() ? length.epochs() : length.iterations();
    this.end = Math.multiplyExact(span.end().orElse(last), unit);
    if (end <= begin) {
      throw new ScheduleException(
          "a schedule of %s begins at step %d, at or after the end of the run (%d): lower its begin, or train longer"
              .formatted(name, begin, end));
    }
    groups.forEach(this::checkName);
    step();
  }

  private void checkName(HyperParameters group) {
    if (!group.has(name)) {
      throw new ScheduleException(
          "a schedule changes the hyper-parameter '%s', but the optimizer has %s"
              .formatted(name, group.names()));
    }
  }

  boolean byEpoch() {
    return byEpoch;
  }

  void step() {
    step++;
    if (!(schedule instanceof MetricSchedule)) {
      act();
    }
  }

  /** Shows the figures of a validation; only schedules that follow one of them act. */
  void observe(Map<String, Double> metrics) {
    if (schedule instanceof MetricSchedule follower && acts()) {
      Double figure = metrics.get(follower.monitor());
      if (figure == null) {
        throw new ScheduleException(
            "a schedule of %s follows '%s', but the validation has %s"
                .formatted(name, follower.monitor(), metrics.keySet()));
      }
      follower.observe(figure);
      act();
    }
  }

  private boolean acts() {
    return begin <= step && step < end;
  }

  private void act() {
    if (acts()) {
      groups.forEach(this::act);
    }
  }

  private void act(HyperParameters group) {
    double initial = group.initial(name);
    if (initial == 0 && schedule.span().keepZero()) {
      return;
    }
    double current = group.get(name);
    int index = step - begin;
    group.set(name, schedule.next(new ScheduleStep(index, current, initial, end - begin, unit)));
  }

  /** What a resumed run needs: the counter, the present values, and what a schedule remembers. */
  Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put(STEP, step);
    state.put(VALUES, groups.stream().map(group -> group.get(name)).toList());
    if (schedule instanceof MetricSchedule follower) {
      state.put(MEMORY, follower.state());
    }
    return state;
  }

  /** Takes back a state; numbers may have become doubles. */
  void restore(Map<String, Object> state) {
    List<?> values = (List<?>) state.get(VALUES);
    if (values.size() != groups.size()) {
      throw new ScheduleException(
          "the saved schedule of %s had %d groups of parameters, but there are %d now"
              .formatted(name, values.size(), groups.size()));
    }
    step = ((Number) state.get(STEP)).intValue();
    for (int i = 0; i < values.size(); i++) {
      groups.get(i).set(name, ((Number) values.get(i)).doubleValue());
    }
    if (schedule instanceof MetricSchedule follower) {
      Map<String, Object> memory = new LinkedHashMap<>();
      ((Map<?, ?>) state.get(MEMORY)).forEach((key, value) -> memory.put((String) key, value));
      follower.restore(memory);
    }
  }
}
