package io.vertebra.api.train;

import java.util.Map;

/**
 * A schedule that follows a figure of validations: it takes its steps after them rather than after
 * epochs. It remembers what it saw.
 */
public interface MetricSchedule extends Schedule {
  /**
   * The figure that the schedule follows.
   *
   * @return its full name, such as {@code accuracy/top1}
   */
  String monitor();

  /**
   * Sees the figure of a validation. {@link #next} is then asked once for each group.
   *
   * @param figure its value
   */
  void observe(double figure);

  /**
   * What a resumed run needs of this schedule.
   *
   * @return names to finite numbers
   */
  Map<String, Object> state();

  /**
   * Takes back what {@link #state()} gave.
   *
   * @param state the state of the saved run; numbers may come back as doubles
   */
  void restore(Map<String, Object> state);
}
