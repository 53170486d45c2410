package io.vertebra.api.train;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import java.util.Optional;

/**
 * When a schedule acts, and on what.
 *
 * @param paramName the hyper-parameter
 * @param byEpoch whether {@code begin} and {@code end} count epochs rather than iterations
 * @param begin the first step
 * @param end the step after the last; the end of the run where it is left out
 * @param convertToIterBased whether steps counted in epochs are taken at each iteration
 * @param keepZero whether a group stays at 0 whose value is 0 at the start of the run
 */
public record ScheduleSpan(
    @Doc("hyper-parameter that the schedule changes; momentum is beta1 where there are betas")
        @Default("lr")
        String paramName,
    @Doc("count in epochs rather than iterations") @Default("true") boolean byEpoch,
    @Doc("first step of the schedule") @Default("0") @Range(min = 0) int begin,
    @Doc("step after the last; the end of the run where it is left out") Optional<Integer> end,
    @Doc("take the steps of an epoch-based schedule at each iteration") @Default("false")
        boolean convertToIterBased,
    @Doc("leave a group at 0 whose value is 0 at the start of the run") @Default("false")
        boolean keepZero) {
  /** Checks that the span is not empty. */
  public ScheduleSpan {
    if (end.isPresent() && end.get() <= begin) {
      throw new IllegalArgumentException(
          "end (" + end.get() + ") must be greater than begin (" + begin + ")");
    }
  }
}
