package io.vertebra.plugins.schedules;

import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;
import java.util.ArrayList;
import java.util.List;

/** The stepping of MMEngine's runner, for one group of parameters. */
final class SimulatedRun {
  private final List<Counter> counters;
  private final double initial;
  private final int maxEpochs;
  private final int epochLength;
  private double current;

  SimulatedRun(List<Schedule> schedules, double initial, int maxEpochs, int epochLength) {
    this.initial = initial;
    this.current = initial;
    this.maxEpochs = maxEpochs;
    this.epochLength = epochLength;
    this.counters = schedules.stream().map(Counter::new).toList();
  }

  List<Double> values(boolean eachIteration) {
    counters.forEach(Counter::step);
    List<Double> values = new ArrayList<>();
    for (int epoch = 0; epoch < maxEpochs; epoch++) {
      for (int batch = 0; batch < epochLength; batch++) {
        if (eachIteration || batch == 0) {
          values.add(current);
        }
        counters.stream().filter(counter -> !counter.byEpoch).forEach(Counter::step);
      }
      counters.stream().filter(counter -> counter.byEpoch).forEach(Counter::step);
    }
    return values;
  }

  private final class Counter {
    private final Schedule schedule;
    private final boolean byEpoch;
    private final int unit;
    private final int begin;
    private final int end;
    private int steps;

    Counter(Schedule schedule) {
      ScheduleSpan span = schedule.span();
      this.schedule = schedule;
      this.byEpoch = span.byEpoch() && !span.convertToIterBased();
      this.unit = span.convertToIterBased() ? epochLength : 1;
      int runEnd = span.byEpoch() ? maxEpochs : maxEpochs * epochLength;
      this.begin = span.begin() * unit;
      this.end = span.end().orElse(runEnd) * unit;
    }

    void step() {
      if (steps >= begin && steps < end) {
        current =
            schedule.next(new ScheduleStep(steps - begin, current, initial, end - begin, unit));
      }
      steps++;
    }
  }
}
