package io.vertebra.api.train;

import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;

/**
 * The course of a hyper-parameter over a run. Schedules are recursive, as PyTorch's and MMEngine's
 * are: each computes the next value from the present one, so that schedules that overlap multiply.
 * One schedule serves all groups of parameters, so it keeps nothing of them.
 */
@ExtensionPoint(Kind.SCHEDULE)
public interface Schedule {
  /**
   * When the schedule acts, and on what.
   *
   * @return the span
   */
  ScheduleSpan span();

  /**
   * Computes the value of the next step.
   *
   * @param step where the schedule stands
   * @return the value from this step on
   */
  double next(ScheduleStep step);
}
