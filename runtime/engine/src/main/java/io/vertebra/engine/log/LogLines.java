package io.vertebra.engine.log;

import io.vertebra.api.train.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Words the events of a run as MMEngine does, for logs and consoles alike.
 *
 * @param countsEpochs whether training is counted in epochs; else it is in iterations alone
 */
public record LogLines(boolean countsEpochs) {
  /**
   * Words an iteration of training.
   *
   * @param progress where training stands
   * @param scalars what is logged
   * @param remaining the time that the rest of the run is expected to take
   * @return for example {@code Epoch(train) [1][10/79] eta: 0:00:31 lr: 1.0000e-02 loss: 2.1}, or
   *     {@code Iter(train) [10/5000] eta: ...} where epochs are not counted
   */
  public String training(Progress progress, Map<String, Double> scalars, Duration remaining) {
    String place = "[%d/%d]".formatted(progress.batch() + 1, progress.epochLength());
    return "%s  eta: %s  %s"
        .formatted(
            countsEpochs
                ? "Epoch(train) [%d]%s".formatted(progress.epoch() + 1, place)
                : "Iter(train) " + place,
            duration(remaining),
            scalars(scalars));
  }

  /**
   * Words the result of a validation or test.
   *
   * @param progress where training stands
   * @param metrics the figures, by full name
   * @return for example {@code Epoch(val) [1] accuracy/top1: 71.2000}, or {@code Iter(val) [1000]
   *     ...} where epochs are not counted
   */
  public String evaluation(Progress progress, Map<String, Double> metrics) {
    return countsEpochs
        ? "Epoch(val) [%d]  %s".formatted(progress.epoch(), scalars(metrics))
        : "Iter(val) [%d]  %s".formatted(progress.iteration(), scalars(metrics));
  }

  /**
   * Words scalars.
   *
   * @param scalars name to value
   * @return names and values on one line
   */
  public static String scalars(Map<String, Double> scalars) {
    return scalars.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + number(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("  "));
  }

  private static String number(String name, double value) {
    if (name.equals(ProcessMemory.SCALAR)) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    String format = name.endsWith("lr") ? "%.4e" : "%.4f";
    return String.format(Locale.ROOT, format, value);
  }

  /**
   * Words a time.
   *
   * @param duration the time
   * @return for example {@code 1:02:03}
   */
  public static String duration(Duration duration) {
    return "%d:%02d:%02d"
        .formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
  }
}
