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

/**
 * Moves a factor of the value evenly from one number to another, as {@code mmengine.optim.LinearLR}
 * does: the factor of the end is reached one step before {@code end}.
 */
@Plugin(
    kind = Kind.SCHEDULE,
    type = "LinearLR",
    summary = "Moves a factor evenly from start_factor to end_factor; a warm-up")
@Variant(type = "LinearMomentum", defaults = "param_name: momentum")
@Variant(
    type = "LinearWeightDecay",
    defaults = {"param_name: weight_decay", "keep_zero: true"})
@Variant(type = "LinearParamScheduler")
public final class LinearLr implements Schedule {
  private final Options options;

  /**
   * Options of {@link LinearLr}.
   *
   * @param startFactor the factor of the first step
   * @param endFactor the factor of the last step
   * @param span when the schedule acts
   */
  public record Options(
      @Doc("factor of the first step, greater than 0")
          @Default("0.3333333333333333")
          @Range(min = 0, max = 1)
          double startFactor,
      @Doc("factor of the last step") @Default("1.0") @Range(min = 0, max = 1) double endFactor,
      @Inline ScheduleSpan span) {
    /** Checks that the value does not start at zero, from where no factor leads away. */
    public Options {
      if (startFactor == 0) {
        throw new IllegalArgumentException(
            "start_factor 0 would keep the value at 0: use a small factor such as 0.001");
      }
      requireNonNull(span, "span is null");
    }
  }

  /**
   * Makes the schedule.
   *
   * @param options the options
   */
  public LinearLr(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public ScheduleSpan span() {
    return options.span();
  }

  @Override
  public double next(ScheduleStep step) {
    double start = options.startFactor();
    if (step.index() == 0) {
      return step.current() * start;
    }
    double rise = options.endFactor() - start;
    int total = step.length() - 1;
    return step.current() * (1 + rise / (total * start + (step.index() - 1) * rise));
  }
}
