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
 * Multiplies the value by a factor at {@code begin} and takes that back one step before {@code
 * end}, as {@code mmengine.optim.ConstantLR} does.
 */
@Plugin(
    kind = Kind.SCHEDULE,
    type = "ConstantLR",
    summary = "Multiplies by a constant factor until one step before the end")
@Variant(type = "ConstantMomentum", defaults = "param_name: momentum")
@Variant(
    type = "ConstantWeightDecay",
    defaults = {"param_name: weight_decay", "keep_zero: true"})
@Variant(type = "ConstantParamScheduler")
public final class ConstantLr implements Schedule {
  private final Options options;

  /**
   * Options of {@link ConstantLr}.
   *
   * @param factor what the value is multiplied by
   * @param span when the schedule acts
   */
  public record Options(
      @Doc("what the value is multiplied by, greater than 0")
          @Default("0.3333333333333333")
          @Range(min = 0, max = 1)
          double factor,
      @Inline ScheduleSpan span) {
    /** Checks that the factor can be taken back. */
    public Options {
      if (factor == 0) {
        throw new IllegalArgumentException(
            "factor 0 cannot be taken back at the end: use a small factor such as 0.001");
      }
      requireNonNull(span, "span is null");
    }
  }

  /**
   * Makes the schedule.
   *
   * @param options the options
   */
  public ConstantLr(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public ScheduleSpan span() {
    return options.span();
  }

  @Override
  public double next(ScheduleStep step) {
    if (step.index() == 0) {
      return step.current() * options.factor();
    }
    boolean last = step.index() == step.length() - 1;
    return last ? step.current() * (1 / options.factor()) : step.current();
  }
}
