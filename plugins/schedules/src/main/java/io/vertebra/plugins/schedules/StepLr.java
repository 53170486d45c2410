package io.vertebra.plugins.schedules;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;

/** Multiplies the value by a factor at even distances, as {@code mmengine.optim.StepLR} does. */
@Plugin(kind = Kind.SCHEDULE, type = "StepLR", summary = "Multiplies by gamma each step_size steps")
@Variant(type = "StepMomentum", defaults = "param_name: momentum")
@Variant(
    type = "StepWeightDecay",
    defaults = {"param_name: weight_decay", "keep_zero: true"})
@Variant(type = "StepParamScheduler")
public final class StepLr implements Schedule {
  private final Options options;

  /**
   * Options of {@link StepLr}.
   *
   * @param stepSize steps from one change to the next
   * @param gamma what the value is multiplied by
   * @param span when the schedule acts
   */
  public record Options(
      @Doc("steps from one change to the next, counted from begin") @Range(min = 1) int stepSize,
      @Doc("what the value is multiplied by") @Default("0.1") @Range(min = 0) double gamma,
      @Inline ScheduleSpan span) {}

  /**
   * Makes the schedule.
   *
   * @param options the options
   */
  public StepLr(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public ScheduleSpan span() {
    return options.span();
  }

  @Override
  public double next(ScheduleStep step) {
    boolean due = step.index() > 0 && step.index() % (options.stepSize() * step.unit()) == 0;
    return due ? step.current() * options.gamma() : step.current();
  }
}
