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
import java.util.List;

/**
 * Multiplies the value by a factor at given steps, as {@code mmengine.optim.MultiStepLR} does: a
 * step that is named twice counts twice.
 */
@Plugin(
    kind = Kind.SCHEDULE,
    type = "MultiStepLR",
    summary = "Multiplies by gamma at each milestone")
@Variant(type = "MultiStepMomentum", defaults = "param_name: momentum")
@Variant(
    type = "MultiStepWeightDecay",
    defaults = {"param_name: weight_decay", "keep_zero: true"})
@Variant(type = "MultiStepParamScheduler")
public final class MultiStepLr implements Schedule {
  private final Options options;

  /**
   * Options of {@link MultiStepLr}.
   *
   * @param milestones steps of the changes
   * @param gamma what the value is multiplied by
   * @param span when the schedule acts
   */
  public record Options(
      @Doc("steps at which the value changes, counted from begin") @Range(min = 0)
          List<Integer> milestones,
      @Doc("what the value is multiplied by") @Default("0.1") @Range(min = 0) double gamma,
      @Inline ScheduleSpan span) {
    /** Makes options that do not change. */
    public Options {
      milestones = List.copyOf(milestones);
    }
  }

  /**
   * Makes the schedule.
   *
   * @param options the options
   */
  public MultiStepLr(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public ScheduleSpan span() {
    return options.span();
  }

  @Override
  public double next(ScheduleStep step) {
    double value = step.current();
    for (int milestone : options.milestones()) {
      if (milestone * step.unit() == step.index()) {
        value *= options.gamma();
      }
    }
    return value;
  }
}
