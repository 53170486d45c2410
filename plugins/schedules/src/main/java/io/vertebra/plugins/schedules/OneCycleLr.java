package io.vertebra.plugins.schedules;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.options.Default;
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
 * Raises the value to a peak and lets it fall far below its start (Smith and Topin,
 * Super-Convergence, 2018), as {@code mmengine.optim.OneCycleLR} does. The value before the
 * schedule has no effect; after the last step of the cycle it stays.
 */
@Plugin(
    kind = Kind.SCHEDULE,
    type = "OneCycleLR",
    summary = "Rises to a peak and falls far below the start, once")
@Variant(type = "OneCycleParamScheduler")
public final class OneCycleLr implements Schedule {
  private final Options options;

  /**
   * Options of {@link OneCycleLr}.
   *
   * @param etaMax the peak
   * @param totalSteps steps of the cycle
   * @param pctStart the part of the cycle that rises
   * @param annealStrategy how values move
   * @param divFactor the peak divided by the start
   * @param finalDivFactor the start divided by the end
   * @param threePhase whether the fall returns to the start first
   * @param span when the schedule acts
   */
  public record Options(
      @Doc("the peak") @Range(min = 0) double etaMax,
      @Doc("steps of the cycle; from begin to end where it is left out") @Range(min = 1)
          Optional<Integer> totalSteps,
      @Doc("part of the cycle that rises") @Default("0.3") @Range(min = 0, max = 1) double pctStart,
      @Doc("along a cosine wave (cos) or evenly (linear)") @Default("cos") Anneal annealStrategy,
      @Doc("the peak divided by the start") @Default("25.0") @Range(min = 0) double divFactor,
      @Doc("the start divided by the end") @Default("10000.0") @Range(min = 0)
          double finalDivFactor,
      @Doc("return to the start as fast as it rose, and fall to the end only then")
          @Default("false")
          boolean threePhase,
      @Inline ScheduleSpan span) {
    /** Checks that values can be divided. */
    public Options {
      if (divFactor == 0 || finalDivFactor == 0) {
        throw new IllegalArgumentException(
            "div_factor and final_div_factor divide, so neither can be 0");
      }
    }
  }

  /** How a value moves. */
  public enum Anneal {
    /** Along half a cosine wave. */
    @Key("cos")
    COSINE,
    /** Evenly. */
    @Key("linear")
    LINEAR
  }

  /**
   * Makes the schedule.
   *
   * @param options the options
   */
  public OneCycleLr(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public ScheduleSpan span() {
    return options.span();
  }

  @Override
  public double next(ScheduleStep step) {
    int total = options.totalSteps().map(steps -> steps * step.unit()).orElse(step.length());
    double peak = options.etaMax();
    double start = peak / options.divFactor();
    double end = start / options.finalDivFactor();
    double rise = options.pctStart() * total - 1;
    int index = step.index();
    if (index >= total) {
      return step.current();
    }
    if (index <= rise) {
      return anneal(start, peak, index / rise);
    }
    if (!options.threePhase()) {
      return anneal(peak, end, (index - rise) / (total - 1 - rise));
    }
    double fall = 2 * rise;
    return index <= fall
        ? anneal(peak, start, (index - rise) / (fall - rise))
        : anneal(start, end, (index - fall) / (total - 1 - fall));
  }

  private double anneal(double from, double to, double part) {
    return options.annealStrategy() == Anneal.LINEAR
        ? from + (to - from) * part
        : to + (from - to) / 2 * (1 + Math.cos(Math.PI * part));
  }
}
