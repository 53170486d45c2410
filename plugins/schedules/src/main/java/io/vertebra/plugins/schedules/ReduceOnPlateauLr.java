package io.vertebra.plugins.schedules;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import io.vertebra.api.train.MetricSchedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;
import java.util.Map;

/**
 * Reduces the value when a figure of validations no longer improves, as {@code
 * mmengine.optim.ReduceOnPlateauLR} does: after more than {@code patience} validations without
 * improvement.
 */
@Plugin(
    kind = Kind.SCHEDULE,
    type = "ReduceOnPlateauLR",
    summary = "Reduces the value when a figure of validations no longer improves")
@Variant(type = "ReduceOnPlateauMomentum", defaults = "param_name: momentum")
@Variant(type = "ReduceOnPlateauWeightDecay", defaults = "param_name: weight_decay")
@Variant(type = "ReduceOnPlateauParamScheduler")
public final class ReduceOnPlateauLr implements MetricSchedule {
  private final Options options;
  private final Plateau plateau;
  private boolean due;

  /**
   * Options of {@link ReduceOnPlateauLr}.
   *
   * @param monitor the figure
   * @param factor what the value is multiplied by
   * @param minValue the lowest value
   * @param eps the least reduction
   * @param patience what counts as no longer improving
   * @param span when the schedule acts
   */
  public record Options(
      @Doc("full name of the figure, such as accuracy/top1") @Default("loss") String monitor,
      @Doc("what the value is multiplied by, less than 1") @Default("0.1") @Range(min = 0, max = 1)
          double factor,
      @Doc("lowest value") @Default("0.0") @Range(min = 0) double minValue,
      @Doc("a reduction by no more than this is left out") @Default("1e-8") @Range(min = 0)
          double eps,
      @Inline PlateauOptions patience,
      @Inline ScheduleSpan span) {
    /** Checks that the value is reduced, and that epochs are counted. */
    public Options {
      if (factor == 1) {
        throw new IllegalArgumentException("factor 1 reduces nothing: it must be less than 1");
      }
      if (!span.byEpoch() || span.convertToIterBased()) {
        throw new IllegalArgumentException(
            "a schedule that follows validations counts epochs: leave out by_epoch: false and"
                + " convert_to_iter_based");
      }
    }
  }

  /**
   * Makes the schedule.
   *
   * @param options the options
   */
  public ReduceOnPlateauLr(Options options) {
    this.options = requireNonNull(options, "options is null");
    this.plateau = new Plateau(options.patience());
  }

  @Override
  public ScheduleSpan span() {
    return options.span();
  }

  @Override
  public String monitor() {
    return options.monitor();
  }

  @Override
  public void observe(double figure) {
    due = plateau.reached(figure);
  }

  @Override
  public double next(ScheduleStep step) {
    double reduced = Math.max(step.current() * options.factor(), options.minValue());
    return due && step.current() - reduced > options.eps() ? reduced : step.current();
  }

  @Override
  public Map<String, Object> state() {
    return plateau.state();
  }

  @Override
  public void restore(Map<String, Object> state) {
    plateau.restore(state);
    due = false;
  }
}
