package io.vertebra.engine.optim;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.train.MetricSchedule;
import io.vertebra.api.train.Schedule;
import io.vertebra.engine.config.RunLength;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What schedules will do in a run, for a group of parameters that has the optimizer's own values.
 * Schedules that follow a figure of validations cannot be foreseen, and leave their values as they
 * are.
 */
public final class SchedulePreview {
  private static final String LEARNING_RATE = "lr";

  private final List<Schedule> schedules;
  private final Map<String, Double> hyperParameters;
  private final RunLength length;

  /**
   * Makes a preview.
   *
   * @param schedules the schedules
   * @param hyperParameters the optimizer's values
   * @param length how long the run is
   */
  public SchedulePreview(
      List<Schedule> schedules, Map<String, Double> hyperParameters, RunLength length) {
    this.schedules = List.copyOf(schedules);
    this.hyperParameters = Map.copyOf(hyperParameters);
    this.length = requireNonNull(length, "length is null");
  }

  /** Is told the values of each iteration. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Sees an iteration.
     *
     * @param epoch the epoch, from 0
     * @param iteration the iteration of the run, from 0
     * @param values the values in force, in the order of {@link #names()}
     */
    void iteration(int epoch, int iteration, List<Double> values);
  }

  /**
   * The hyper-parameters that are shown.
   *
   * @return {@code lr}, and all others that a schedule changes
   */
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>(List.of(LEARNING_RATE));
    schedules.forEach(schedule -> names.add(schedule.span().paramName()));
    return List.copyOf(names);
  }

  /**
   * The figures that schedules follow.
   *
   * @return their names
   */
  public List<String> monitors() {
    return schedules.stream()
        .filter(MetricSchedule.class::isInstance)
        .map(schedule -> ((MetricSchedule) schedule).monitor())
        .distinct()
        .toList();
  }

  /**
   * How long the run is.
   *
   * @return the length
   */
  public RunLength length() {
    return length;
  }

  /**
   * Steps through the run.
   *
   * @param visitor is told each iteration, in order
   * @throws ScheduleException if a schedule does not fit the run or the optimizer
   */
  public void run(Visitor visitor) {
    HyperParameters group = new HyperParameters(hyperParameters);
    ScheduleRunners runners = new ScheduleRunners(schedules, List.of(group), length);
    List<String> names = names();
    for (int iteration = 0; iteration < length.iterations(); iteration++) {
      int epoch = iteration / length.epochLength();
      visitor.iteration(epoch, iteration, names.stream().map(group::get).toList());
      runners.step(false);
      if ((iteration + 1) % length.epochLength() == 0) {
        runners.step(true);
      }
    }
  }
}
