package io.vertebra.plugins.hooks;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Priority;
import io.vertebra.api.train.Progress;
import io.vertebra.api.train.Run;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Logs the scalars of training at even distances, averaged since the last time, and the figures of
 * each validation and test, {@code mmengine.hooks.LoggerHook}. Unlike there the last iterations of
 * an epoch are logged unless they are asked to be left out.
 */
@Plugin(
    kind = Kind.HOOK,
    type = "LoggerHook",
    summary = "Logs scalars of training, averaged since the last log")
public final class LoggerHook implements Hook {
  private static final String LEARNING_RATE = "lr";

  private final Options options;
  // Means stay, so that scalars which are not there each time keep their place.
  private final Map<String, Mean> means = new LinkedHashMap<>();

  /**
   * Options of {@link LoggerHook}.
   *
   * @param interval iterations from one log to the next
   * @param ignoreLast whether the rest of an epoch is left out
   */
  public record Options(
      @Doc("iterations from one log to the next, counted within the epoch")
          @Default("10")
          @Range(min = 1)
          int interval,
      @Doc(
              "leave out what remains at the end of an epoch, unless the epoch is shorter than the"
                  + " interval")
          @Default("false")
          boolean ignoreLast) {}

  /**
   * Makes the hook.
   *
   * @param options the options
   */
  public LoggerHook(Options options) {
    this.options = options;
  }

  @Override
  public int priority() {
    return Priority.BELOW_NORMAL.value();
  }

  @Override
  public void beforeTrainEpoch(Run run) {
    means.values().forEach(Mean::reset);
  }

  @Override
  public void afterTrainIter(Run run) {
    run.scalars()
        .forEach((name, value) -> means.computeIfAbsent(name, key -> new Mean()).add(value));
    if (isDue(run.progress())) {
      run.log(takeScalars(run));
    }
  }

  private boolean isDue(Progress progress) {
    boolean inStep = (progress.batch() + 1) % options.interval() == 0;
    boolean keepsLast = !options.ignoreLast() || progress.epochLength() <= options.interval();
    return inStep || (keepsLast && progress.lastOfEpoch());
  }

  private Map<String, Double> takeScalars(Run run) {
    Map<String, Double> scalars = new LinkedHashMap<>();
    scalars.put(LEARNING_RATE, run.hyperParameter(LEARNING_RATE));
    means.forEach((name, mean) -> mean.take().ifPresent(value -> scalars.put(name, value)));
    return scalars;
  }

  /** The mean of values so far. */
  private static final class Mean {
    private double sum;
    private int count;

    void add(double value) {
      sum += value;
      count++;
    }

    /** Takes the mean, where there was a value. */
    OptionalDouble take() {
      OptionalDouble mean = count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
      reset();
      return mean;
    }

    void reset() {
      sum = 0;
      count = 0;
    }
  }
}
