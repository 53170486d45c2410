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
 * Lets the value fall to {@code eta_min} along a power of the time that is left, as {@code
 * mmengine.optim.PolyLR} does. The last step of the span reaches {@code eta_min}.
 */
@Plugin(
    kind = Kind.SCHEDULE,
    type = "PolyLR",
    summary = "Falls to eta_min along a power of the time that is left")
@Variant(type = "PolyMomentum", defaults = "param_name: momentum")
@Variant(
    type = "PolyWeightDecay",
    defaults = {"param_name: weight_decay", "keep_zero: true"})
@Variant(type = "PolyParamScheduler")
public final class PolyLr implements Schedule {
  private final Options options;

  /**
   * Options of {@link PolyLr}.
   *
   * @param power the power
   * @param etaMin the lowest value
   * @param span when the schedule acts
   */
  public record Options(
      @Doc("power of the time that is left; 1 falls evenly") @Default("1.0") @Range(min = 0)
          double power,
      @Doc("lowest value") @Default("0.0") @Range(min = 0) double etaMin,
      @Inline ScheduleSpan span) {}

  /**
   * Makes the schedule.
   *
   * @param options the options
   */
  public PolyLr(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public ScheduleSpan span() {
    return options.span();
  }

  @Override
  public double next(ScheduleStep step) {
    if (step.index() == 0) {
      return step.current();
    }
    double left = step.length() - step.index();
    double low = options.etaMin();
    return (step.current() - low) * Math.pow(1 - 1 / left, options.power()) + low;
  }
}
