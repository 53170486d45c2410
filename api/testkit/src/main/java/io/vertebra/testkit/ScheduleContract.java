package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.train.MetricSchedule;
import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;
import io.vertebra.registry.bind.PartBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What holds for every {@link Schedule}: finite values, which depend on the step alone; or on what
 * its state tells, where it follows a figure.
 */
public abstract class ScheduleContract extends PartContract<Schedule> {
  private static final double INITIAL = 0.1;
  private static final int MAX_EPOCHS = 30;
  private static final int EPOCH_LENGTH = 4;

  /** Figures that improve, and stop to, in both directions. */
  private static final List<Double> FIGURES = List.of(1.0, 2.0, 3.0, 2.5, 2.4, 2.4, 2.4, 1.0, 0.5);

  /** Makes the contract. */
  protected ScheduleContract() {
    super(Kind.SCHEDULE, Schedule.class);
  }

  @Override
  final void exercise(PluginRuntime runtime, Schedule part) {
    values(part);
  }

  @Test
  final void spanIsWithinARun() {
    try (PartBuilder builder = new PartBuilder()) {
      ScheduleSpan span = build(builder).span();
      assertThat(span.paramName()).isNotEmpty();
      assertThat(span.begin()).isNotNegative();
    }
  }

  @Test
  final void valuesAreFiniteAndNotNegative() {
    try (PartBuilder builder = new PartBuilder()) {
      assertThat(values(build(builder)))
          .isNotEmpty()
          .allSatisfy(value -> assertThat(value).isFinite().isNotNegative());
    }
  }

  @Test
  final void scheduleKeepsNothingFromStepToStep() {
    try (PartBuilder builder = new PartBuilder()) {
      Schedule schedule = build(builder);
      List<Double> first = values(schedule);
      assertThat(values(schedule)).isEqualTo(first);
      assertThat(values(build(builder))).isEqualTo(first);
    }
  }

  @Test
  final void whatAScheduleRemembersIsInItsState() {
    try (PartBuilder builder = new PartBuilder()) {
      assumeTrue(build(builder) instanceof MetricSchedule, "it follows no figure");
      MetricSchedule saved = (MetricSchedule) build(builder);
      assertThat(saved.monitor()).isNotEmpty();
      FIGURES.forEach(saved::observe);
      MetricSchedule resumed = (MetricSchedule) build(builder);
      resumed.restore(asDoubles(saved.state()));
      assertThat(observed(resumed)).isEqualTo(observed(saved));
    }
  }

  /** A state as it comes back from a file. */
  private static Map<String, Object> asDoubles(Map<String, Object> state) {
    Map<String, Object> read = new HashMap<>();
    state.forEach((name, number) -> read.put(name, ((Number) number).doubleValue()));
    return read;
  }

  private static List<Double> observed(MetricSchedule schedule) {
    List<Double> values = new ArrayList<>();
    double value = INITIAL;
    for (double figure : FIGURES) {
      schedule.observe(figure);
      value = schedule.next(new ScheduleStep(0, value, INITIAL, MAX_EPOCHS, 1));
      values.add(value);
    }
    return values;
  }

  /** The course of a value over the span, as a run steps through it. */
  private static List<Double> values(Schedule schedule) {
    ScheduleSpan span = schedule.span();
    int unit = span.byEpoch() && span.convertToIterBased() ? EPOCH_LENGTH : 1;
    int last = span.byEpoch() ? MAX_EPOCHS : MAX_EPOCHS * EPOCH_LENGTH;
    int length = (span.end().orElse(last) - span.begin()) * unit;
    List<Double> values = new ArrayList<>();
    double value = INITIAL;
    for (int index = 0; index < length; index++) {
      value = schedule.next(new ScheduleStep(index, value, INITIAL, length, unit));
      values.add(value);
    }
    return values;
  }
}
