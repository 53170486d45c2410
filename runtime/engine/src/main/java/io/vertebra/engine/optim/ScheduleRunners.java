package io.vertebra.engine.optim;

import io.vertebra.api.train.Schedule;
import io.vertebra.engine.config.RunLength;
import java.util.List;
import java.util.Map;

/**
 * The schedules of a run, acting on its groups of parameters in the order of the config. It needs
 * neither arrays nor data, so a run can be tried out before it is made.
 */
public final class ScheduleRunners {
  private final List<ScheduleRunner> runners;
  private final RunLength length;

  /**
   * Starts schedules, whose first steps change the groups.
   *
   * @param schedules the schedules
   * @param groups the groups of parameters
   * @param length how long the run is
   * @throws ScheduleException if a schedule is of a hyper-parameter that a group does not have, or
   *     does not act within the run
   */
  public ScheduleRunners(List<Schedule> schedules, List<HyperParameters> groups, RunLength length) {
    this.length = length;
    this.runners =
        schedules.stream().map(schedule -> new ScheduleRunner(schedule, groups, length)).toList();
  }

  /**
   * Takes the step of the schedules that count iterations, or of those that count epochs.
   *
   * @param byEpoch which of the two
   */
  public void step(boolean byEpoch) {
    runners.stream().filter(each -> each.byEpoch() == byEpoch).forEach(ScheduleRunner::step);
  }

  /**
   * Takes the steps of a run that goes on, up to where it stands.
   *
   * @param iterations finished iterations
   * @param epochs finished epochs; one whose iterations are all done need not be finished
   */
  public void runThrough(long iterations, int epochs) {
    for (long done = 1; done <= iterations; done++) {
      step(false);
      if (done % length.epochLength() == 0 && done / length.epochLength() <= epochs) {
        step(true);
      }
    }
  }

  /**
   * Shows the figures of a validation to the schedules that follow one of them.
   *
   * @param metrics the figures, by their full names
   * @throws ScheduleException if the figure of a schedule is not among them
   */
  public void observe(Map<String, Double> metrics) {
    runners.forEach(each -> each.observe(metrics));
  }

  /**
   * What a resumed run needs of each schedule: its counter, the present values in each group, and
   * what it remembers.
   *
   * @return one map of numbers, lists and maps for each schedule
   */
  public List<Map<String, Object>> state() {
    return runners.stream().map(ScheduleRunner::state).toList();
  }

  /**
   * Takes back what {@link #state()} gave, values of the groups included.
   *
   * @param state the state of the saved run; numbers may come back as doubles
   * @throws ScheduleException if there were other schedules or groups
   */
  public void restore(List<Map<String, Object>> state) {
    if (state.size() != runners.size()) {
      throw new ScheduleException(
          "the saved run had %d schedules, but there are %d now"
              .formatted(state.size(), runners.size()));
    }
    for (int i = 0; i < runners.size(); i++) {
      runners.get(i).restore(state.get(i));
    }
  }
}
