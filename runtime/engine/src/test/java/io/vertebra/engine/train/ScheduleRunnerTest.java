package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;
import io.vertebra.engine.config.TrainOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ScheduleRunnerTest {
  private final ToyRun run = new ToyRun();
  private final GroupState group = run.optimizer.groups().groups().get(0);

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void aScheduleTakesItsFirstStepAtOnceAndActsWithinItsSpanOnly() {
    Halving schedule = new Halving(span(true, 1, 3, false));
    ScheduleRunner runner = new ScheduleRunner(schedule, group, TrainOptions.epochs(10, 1), 4);

    List<Double> rates = new ArrayList<>(List.of(lr()));
    for (int i = 0; i < 4; i++) {
      runner.step();
      rates.add(lr());
    }

    assertThat(rates).containsExactly(0.5, 0.25, 0.125, 0.125, 0.125);
    assertThat(schedule.seen)
        .containsExactly(new ScheduleStep(0, 0.5, 0.5, 2, 1), new ScheduleStep(1, 0.25, 0.5, 2, 1));
  }

  @Test
  void anEpochBasedScheduleCanStepAtEveryIteration() {
    Halving schedule = new Halving(span(true, 0, 2, true));
    ScheduleRunner runner = new ScheduleRunner(schedule, group, TrainOptions.epochs(10, 1), 4);

    assertThat(runner.byEpoch()).isFalse();
    assertThat(schedule.seen).containsExactly(new ScheduleStep(0, 0.5, 0.5, 8, 4));
  }

  @Test
  void aScheduleWithoutEndLastsAsLongAsTheRun() {
    Halving byEpoch = new Halving(new ScheduleSpan("lr", true, 0, Optional.empty(), false));
    Halving byIteration = new Halving(new ScheduleSpan("lr", false, 0, Optional.empty(), false));

    new ScheduleRunner(byEpoch, group, TrainOptions.epochs(10, 1), 4);
    new ScheduleRunner(byIteration, group, TrainOptions.epochs(10, 1), 4);

    assertThat(byEpoch.seen.get(0).length()).isEqualTo(10);
    assertThat(byIteration.seen.get(0).length()).isEqualTo(40);
  }

  @Test
  void aScheduleThatBeginsAfterTheRunIsRefused() {
    Halving late = new Halving(new ScheduleSpan("lr", true, 10, Optional.empty(), false));

    assertThatThrownBy(() -> new ScheduleRunner(late, group, TrainOptions.epochs(10, 1), 4))
        .hasMessageContaining("a schedule of lr begins at or after the end of the run");
  }

  @Test
  void aHyperParameterThatTheOptimizerDoesNotHaveIsNamed() {
    Halving unknown = new Halving(new ScheduleSpan("eta", true, 0, Optional.empty(), false));

    assertThatThrownBy(() -> new ScheduleRunner(unknown, group, TrainOptions.epochs(10, 1), 4))
        .hasMessageContaining("there is no hyper-parameter 'eta'")
        .hasMessageContaining("lr");
  }

  private double lr() {
    return group.hyperParameter("lr");
  }

  private static ScheduleSpan span(boolean byEpoch, int begin, int end, boolean convert) {
    return new ScheduleSpan("lr", byEpoch, begin, Optional.of(end), convert);
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
}
