package io.vertebra.plugins.schedules;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;
import java.util.Optional;

/**
 * Lets the value fall along half a cosine wave, as {@code mmengine.optim.CosineAnnealingLR} does
 * (Loshchilov and Hutter, SGDR, 2017, equation 5, in its recursive form). After {@code T_max} steps
 * it rises again.
 */
@Plugin(
    kind = Kind.SCHEDULE,
    type = "CosineAnnealingLR",
    summary = "Falls along half a cosine wave to eta_min")
@Variant(type = "CosineAnnealingMomentum", defaults = "param_name: momentum")
@Variant(
    type = "CosineAnnealingWeightDecay",
    defaults = {"param_name: weight_decay", "keep_zero: true"})
@Variant(type = "CosineAnnealingParamScheduler")
public final class CosineAnnealingLr implements Schedule {
  private final Options options;

  /**
   * Options of {@link CosineAnnealingLr}.
   *
   * @param tMax steps until the lowest value
   * @param lowest the lowest value
   * @param span when the schedule acts
   */
  public record Options(
      @Key("T_max")
          @Doc("steps until the lowest value; from begin to end where it is left out")
          @Range(min = 1)
          Optional<Integer> tMax,
      @Inline LowestValue lowest,
      @Inline ScheduleSpan span) {}

  /**
   * Makes the schedule.
   *
   * @param options the options
   */
  public CosineAnnealingLr(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public ScheduleSpan span() {
    return options.span();
  }

  @Override
  public double next(ScheduleStep step) {
    int period = options.tMax().map(steps -> steps * step.unit()).orElse(step.length());
    int index = step.index();
    double low = options.lowest().of(step.initial());
    if (index == 0) {
      return step.current();
    }
    // Just past a trough the ratio of two cosines has no value: it would divide by zero.
    if (Math.floorMod(index - 1 - period, 2 * period) == 0) {
      return step.current() + (step.initial() - low) * (1 - Math.cos(Math.PI / period)) / 2;
    }
    return wave(index, period) / wave(index - 1, period) * (step.current() - low) + low;
  }

  private static double wave(int index, int period) {
    return 1 + Math.cos(Math.PI * index / period);
  }
}
