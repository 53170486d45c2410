package io.vertebra.engine.train;

import io.vertebra.api.train.Schedule;
import io.vertebra.engine.config.TrainOptions;
import java.util.ArrayList;
import java.util.List;

/** The schedules of a run, each running for each group of parameters. */
final class ScheduleSet {
  private final List<ScheduleRunner> runners = new ArrayList<>();
  private final TrainOptions training;
  private final int epochLength;

  /** Starts all schedules, in their order. */
  ScheduleSet(TrainingSession session) {
    this.training = session.options();
    this.epochLength = session.epochLength();
    for (Schedule schedule : session.schedules()) {
      for (GroupState group : session.optimizer().groups().groups()) {
        runners.add(new ScheduleRunner(schedule, group, training, epochLength));
      }
    }
  }

  /** Takes the step of the schedules that count epochs, or of those that count iterations. */
  void step(boolean byEpoch) {
    runners.stream().filter(runner -> runner.byEpoch() == byEpoch).forEach(ScheduleRunner::step);
  }

  /** Takes all steps from the beginning of a run to an iteration. */
  void advanceTo(long iteration) {
    for (long done = 1; done <= iteration; done++) {
      step(false);
      if (training.countsEpochs() && done % epochLength == 0) {
        step(true);
      }
    }
  }
}
