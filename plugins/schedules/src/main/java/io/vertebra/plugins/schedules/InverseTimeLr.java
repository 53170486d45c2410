package io.vertebra.plugins.schedules;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;

/**
 * Divides the initial value by {@code 1 + gamma * t}, with t from 0. When it is converted to
 * iterations, t still counts epochs, and parts of them.
 */
@Plugin(
    kind = Kind.SCHEDULE,
    type = "InverseTimeLR",
    summary = "Divides by a number that grows evenly: 1 + gamma * t")
@Variant(type = "InverseTimeMomentum", defaults = "param_name: momentum")
@Variant(
    type = "InverseTimeWeightDecay",
    defaults = {"param_name: weight_decay", "keep_zero: true"})
@Variant(type = "InverseTimeParamScheduler")
public final class InverseTimeLr implements Schedule {
  private final Options options;

  /**
   * Options of {@link InverseTimeLr}.
   *
   * @param gamma how fast the divisor grows
   * @param span when the schedule acts
   */
  public record Options(
      @Doc("how much the divisor grows at each step") @Range(min = 0) double gamma,
      @Inline ScheduleSpan span) {}

  /**
   * Makes the schedule.
   *
   * @param options the options
   */
  public InverseTimeLr(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public ScheduleSpan span() {
    return options.span();
  }

  @Override
  public double next(ScheduleStep step) {
    int index = step.index();
    return index == 0
        ? step.current()
        : step.current() * divisor(index - 1, step.unit()) / divisor(index, step.unit());
  }

  private double divisor(int index, int unit) {
    return 1 + options.gamma() * index / unit;
  }
}
