package io.vertebra.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.MetricSchedule;
import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;
import io.vertebra.engine.config.RunLength;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScheduleRunnerTest {
  private static final RunLength LENGTH = RunLength.ofEpochs(10, 4);

  private final HyperParameters group = new HyperParameters(Map.of("lr", 0.5));

  @Test
  void aScheduleTakesItsFirstStepAtOnceAndActsWithinItsSpanOnly() {
    Halving schedule = new Halving(span(true, 1, 3, false));
    ScheduleRunner runner = new ScheduleRunner(schedule, List.of(group), LENGTH);

    List<Double> rates = new ArrayList<>(List.of(group.get("lr")));
    for (int i = 0; i < 4; i++) {
      runner.step();
      rates.add(group.get("lr"));
    }

    assertThat(rates).containsExactly(0.5, 0.25, 0.125, 0.125, 0.125);
    assertThat(schedule.seen)
        .containsExactly(new ScheduleStep(0, 0.5, 0.5, 2, 1), new ScheduleStep(1, 0.25, 0.5, 2, 1));
  }

  @Test
  void anEpochBasedScheduleCanStepAtEveryIteration() {
    Halving schedule = new Halving(span(true, 0, 2, true));
    ScheduleRunner runner = new ScheduleRunner(schedule, List.of(group), LENGTH);

    assertThat(runner.byEpoch()).isFalse();
    assertThat(schedule.seen).containsExactly(new ScheduleStep(0, 0.5, 0.5, 8, 4));
  }

  @Test
  void aScheduleWithoutEndLastsAsLongAsTheRun() {
    Halving byEpoch = new Halving(span("lr", true, 0));
    Halving byIteration = new Halving(span("lr", false, 0));

    new ScheduleRunners(List.of(byEpoch, byIteration), List.of(group), LENGTH);

    assertThat(byEpoch.seen.get(0).length()).isEqualTo(10);
    assertThat(byIteration.seen.get(0).length()).isEqualTo(40);
  }

  @Test
  void aRunThatGoesOnTakesTheStepOfAnEpochOnlyIfTheEpochIsFinished() {
    ScheduleRunners runners =
        new ScheduleRunners(List.of(new Halving(span(true, 0, 10, false))), List.of(group), LENGTH);

    runners.runThrough(8, 1);

    assertThat(group.get("lr")).isEqualTo(0.125);
  }

  @Test
  void aScheduleThatBeginsAfterTheRunIsRefused() {
    Halving late = new Halving(span("lr", true, 10));

    assertThatThrownBy(() -> new ScheduleRunner(late, List.of(group), LENGTH))
        .hasMessageContaining(
            "a schedule of lr begins at step 10, at or after the end of the run (10)");
  }

  @Test
  void aHyperParameterThatTheOptimizerDoesNotHaveIsNamed() {
    Halving unknown = new Halving(span("eta", true, 0));

    assertThatThrownBy(() -> new ScheduleRunner(unknown, List.of(group), LENGTH))
        .hasMessageContaining("changes the hyper-parameter 'eta', but the optimizer has [lr]");
  }

  @Test
  void aLaterScheduleKnowsTheValueBeforeAllSchedules() {
    Halving second = new Halving(span("lr", true, 0));

    new ScheduleRunners(List.of(new Halving(span("lr", true, 0)), second), List.of(group), LENGTH);

    assertThat(second.seen).containsExactly(new ScheduleStep(0, 0.25, 0.5, 10, 1));
  }

  @Test
  void eachGroupHasItsOwnValues() {
    HyperParameters other = new HyperParameters(Map.of("lr", 2.0));
    Halving schedule = new Halving(span("lr", true, 0));

    ScheduleRunners runners = new ScheduleRunners(List.of(schedule), List.of(group, other), LENGTH);
    runners.step(true);

    assertThat(group.get("lr")).isEqualTo(0.125);
    assertThat(other.get("lr")).isEqualTo(0.5);
    assertThat(schedule.seen.get(1)).isEqualTo(new ScheduleStep(0, 2, 2, 10, 1));
  }

  @Test
  void momentumIsTheFirstBetaWhereThereAreBetas() {
    HyperParameters adam = new HyperParameters(Map.of("lr", 0.1, "beta1", 0.8));

    new ScheduleRunners(List.of(new Halving(span("momentum", true, 0))), List.of(adam), LENGTH);

    assertThat(adam.get("beta1")).isEqualTo(0.4);
    assertThat(adam.get("momentum")).isEqualTo(0.4);
  }

  @Test
  void aGroupThatStartsAtZeroCanBeLeftThere() {
    HyperParameters none = new HyperParameters(Map.of("weight_decay", 0.0));
    ScheduleSpan span = new ScheduleSpan("weight_decay", true, 0, Optional.empty(), false, true);
    Halving schedule = new Halving(span);

    new ScheduleRunners(List.of(schedule), List.of(none), LENGTH);

    assertThat(schedule.seen).isEmpty();
  }

  @Test
  void aScheduleThatFollowsAFigureActsAfterValidations() {
    ScheduleRunners runners = new ScheduleRunners(List.of(new Lowering()), List.of(group), LENGTH);
    assertThat(group.get("lr")).isEqualTo(0.5);

    runners.step(true);
    assertThat(group.get("lr")).isEqualTo(0.5);

    runners.observe(Map.of("loss", 0.25));
    assertThat(group.get("lr")).isEqualTo(0.25);
    assertThatThrownBy(() -> runners.observe(Map.of("accuracy/top1", 3.0)))
        .hasMessageContaining("follows 'loss', but the validation has [accuracy/top1]");
  }

  @Test
  void aResumedRunGoesOnAsIfItHadNeverStopped() {
    assertThat(values(0)).isEqualTo(values(3));
  }

  @Test
  void aStateOfOtherSchedulesOrGroupsIsRefused() {
    ScheduleRunners runners = runners(group);
    List<Map<String, Object>> state = runners.state();

    assertThatThrownBy(() -> runners.restore(state.subList(0, 1)))
        .hasMessageContaining("had 1 schedules, but there are 2");
    ScheduleRunners more =
        new ScheduleRunners(
            List.of(new Halving(span("lr", true, 0)), new Lowering()),
            List.of(group, group),
            LENGTH);
    assertThatThrownBy(() -> more.restore(state)).hasMessageContaining("had 1 groups");
  }

  /** The learning rates of eight epochs, saved and restored into new objects after some. */
  private static List<Double> values(int savedAfter) {
    HyperParameters group = new HyperParameters(Map.of("lr", 0.3));
    ScheduleRunners runners = runners(group);
    List<Double> values = new ArrayList<>();
    for (int epoch = 0; epoch < 8; epoch++) {
      values.add(group.get("lr"));
      runners.step(true);
      runners.observe(Map.of("loss", Math.abs(epoch - 4.0)));
      if (epoch + 1 == savedAfter) {
        List<Map<String, Object>> state = runners.state();
        group = new HyperParameters(Map.of("lr", 0.3));
        runners = runners(group);
        runners.restore(state);
      }
    }
    return values;
  }

  private static ScheduleRunners runners(HyperParameters group) {
    Halving halving = new Halving(span(true, 1, 4, false));
    return new ScheduleRunners(List.of(halving, new Lowering()), List.of(group), LENGTH);
  }

  private static ScheduleSpan span(boolean byEpoch, int begin, int end, boolean convert) {
    return new ScheduleSpan("lr", byEpoch, begin, Optional.of(end), convert, false);
  }

  private static ScheduleSpan span(String name, boolean byEpoch, int begin) {
    return new ScheduleSpan(name, byEpoch, begin, Optional.empty(), false, false);
  }

  /** Halves the present value, and remembers what it was asked. */
  private static final class Halving implements Schedule {
    private final ScheduleSpan span;
    private final List<ScheduleStep> seen = new ArrayList<>();

    private Halving(ScheduleSpan span) {
      this.span = span;
    }

    @Override
    public ScheduleSpan span() {
      return span;
    }

    @Override
    public double next(ScheduleStep step) {
      seen.add(step);
      return step.current() / 2;
    }
  }

  /** Takes the least loss so far as the value, if that is lower. */
  private static final class Lowering implements MetricSchedule {
    private double least = Double.MAX_VALUE;

    @Override
    public ScheduleSpan span() {
      return ScheduleRunnerTest.span("lr", true, 0);
    }

    @Override
    public String monitor() {
      return "loss";
    }

    @Override
    public void observe(double figure) {
      least = Math.min(least, figure);
    }

    @Override
    public double next(ScheduleStep step) {
      return Math.min(step.current(), least);
    }

    @Override
    public Map<String, Object> state() {
      return Map.of("least", least);
    }

    @Override
    public void restore(Map<String, Object> state) {
      least = ((Number) state.get("least")).doubleValue();
    }
  }
}
