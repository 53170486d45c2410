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
 * Lets the value fall along half a cosine wave again and again (Loshchilov and Hutter, SGDR, 2017),
 * as {@code mmengine.optim.CosineRestartLR} does. After the last period the value stays.
 */
@Plugin(
    kind = Kind.SCHEDULE,
    type = "CosineRestartLR",
    summary = "Falls along half a cosine wave and starts again, period after period")
@Variant(type = "CosineRestartMomentum", defaults = "param_name: momentum")
@Variant(
    type = "CosineRestartWeightDecay",
    defaults = {"param_name: weight_decay", "keep_zero: true"})
@Variant(type = "CosineRestartParamScheduler")
public final class CosineRestartLr implements Schedule {
  private final Options options;

  /**
   * Options of {@link CosineRestartLr}.
   *
   * @param periods steps of each period
   * @param restartWeights where each period starts, as a part of the initial value
   * @param lowest the lowest value
   * @param span when the schedule acts
   */
  public record Options(
      @Doc("steps of each period") @Range(min = 1) List<Integer> periods,
      @Doc("where each period starts, as a part of the value that the run began with")
          @Default("[1.0]")
          @Range(min = 0)
          List<Double> restartWeights,
      @Inline LowestValue lowest,
      @Inline ScheduleSpan span) {
    /** Checks that each period has a weight. */
    public Options {
      periods = List.copyOf(periods);
      restartWeights = List.copyOf(restartWeights);
      if (periods.size() != restartWeights.size()) {
        throw new IllegalArgumentException(
            "each of the periods needs one of the restart_weights, but there are %d and %d"
                .formatted(periods.size(), restartWeights.size()));
      }
    }
  }

  /**
   * Makes the schedule.
   *
   * @param options the options
   */
  public CosineRestartLr(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public ScheduleSpan span() {
    return options.span();
  }

  @Override
  public double next(ScheduleStep step) {
    int start = 0;
    for (int i = 0; i < options.periods().size(); i++) {
      int length = options.periods().get(i) * step.unit();
      if (step.index() < start + length) {
        return within(step, step.index() - start, length, options.restartWeights().get(i));
      }
      start += length;
    }
    return step.current();
  }

  private double within(ScheduleStep step, int index, int length, double weight) {
    if (index == 0) {
      return step.initial() * weight;
    }
    double low = options.lowest().of(step.initial());
    return wave(index, length) / wave(index - 1, length) * (step.current() - low) + low;
  }

  private static double wave(int index, int length) {
    return 1 + Math.cos(Math.PI * index / length);
  }
}
