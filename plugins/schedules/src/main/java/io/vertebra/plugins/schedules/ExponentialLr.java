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
 * Multiplies the value by a factor at each step, as {@code mmengine.optim.ExponentialLR} does. When
 * it is converted to iterations the factor is not: it then acts at each iteration.
 */
@Plugin(kind = Kind.SCHEDULE, type = "ExponentialLR", summary = "Multiplies by gamma at each step")
@Variant(type = "ExponentialMomentum", defaults = "param_name: momentum")
@Variant(
    type = "ExponentialWeightDecay",
    defaults = {"param_name: weight_decay", "keep_zero: true"})
@Variant(type = "ExponentialParamScheduler")
public final class ExponentialLr implements Schedule {
  private final Options options;

  /**
   * Options of {@link ExponentialLr}.
   *
   * @param gamma what the value is multiplied by
   * @param span when the schedule acts
   */
  public record Options(
      @Doc("what the value is multiplied by at each step") @Range(min = 0) double gamma,
      @Inline ScheduleSpan span) {}

  /**
   * Makes the schedule.
   *
   * @param options the options
   */
  public ExponentialLr(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public ScheduleSpan span() {
    return options.span();
  }

  @Override
  public double next(ScheduleStep step) {
    return step.index() == 0 ? step.current() : step.current() * options.gamma();
  }
}
