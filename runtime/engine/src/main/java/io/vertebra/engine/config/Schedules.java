package io.vertebra.engine.config;

import io.vertebra.api.options.Shorthand;
import io.vertebra.api.train.Schedule;
import java.util.List;

/**
 * Schedules, one or a list.
 *
 * @param schedules the schedules
 */
public record Schedules(List<Schedule> schedules) {
  /**
   * Makes one schedule a list.
   *
   * @param schedule the schedule
   * @return the schedules
   */
  @Shorthand
  public static Schedules of(Schedule schedule) {
    return new Schedules(List.of(schedule));
  }

  /**
   * Takes a list.
   *
   * @param schedules the schedules
   * @return the schedules
   */
  @Shorthand
  public static Schedules of(List<Schedule> schedules) {
    return new Schedules(schedules);
  }
}
