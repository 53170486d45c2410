package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long to train, and when to validate.
 *
 * @param type the kind of loop, where {@code by_epoch} does not say it
 * @param byEpoch whether the loop counts epochs
 * @param maxEpochs epochs of the run
 * @param maxIters iterations of the run
 * @param valBegin the first epoch or iteration that is validated, from 1
 * @param valInterval epochs or iterations between validations
 * @param dynamicIntervals other intervals from a milestone on
 * @param nanPolicy what is done about losses and gradients that are not finite
 * @param frozen parameters that stay as they are
 */
public record TrainOptions(
    @Doc("the kind of loop, where by_epoch does not say it") Optional<Type> type,
    @Doc("count epochs rather than iterations; true where type does not say otherwise")
        Optional<Boolean> byEpoch,
    @Doc("epochs of the run, for a loop of epochs") @Range(min = 1) Optional<Integer> maxEpochs,
    @Doc("iterations of the run, for a loop of iterations") @Range(min = 1)
        Optional<Integer> maxIters,
    @Doc("first epoch or iteration that is validated, from 1") @Default("1") @Range(min = 1)
        int valBegin,
    @Doc(
            "epochs or iterations between validations; the last is always validated; 1 epoch or"
                + " 1000 iterations where it is left out")
        @Range(min = 1)
        Optional<Integer> valInterval,
    @Doc("pairs of an epoch or iteration and the interval that is used from there on")
        @Default("[]")
        List<IntPair> dynamicIntervals,
    @Doc(
            "what is done about a loss or gradients that are infinite or not a number: nothing"
                + " (off); leave the update out, count and report it (skip); end with the first"
                + " layer whose output was not finite (stop)")
        @Default("off")
        NanPolicy nanPolicy,
    @Doc("parameters that stay as they are: patterns of their names, or mappings with more options")
        @Default("[]")
        List<FreezeOptions> frozen) {
  private static final int ITERATIONS_BETWEEN_VALIDATIONS = 1000;

  /** Kinds of loop. */
  public enum Type {
    /** Epoch after epoch. */
    @Key("EpochBasedTrainLoop")
    EPOCHS,
    /** A number of iterations, over as many passes through the data as they take. */
    @Key("IterBasedTrainLoop")
    ITERATIONS
  }

  /** Checks that the loop knows where it ends. */
  public TrainOptions {
    if (type.isPresent() && byEpoch.isPresent() && byEpoch.get() != (type.get() == Type.EPOCHS)) {
      throw new IllegalArgumentException("type and by_epoch contradict each other; leave one out");
    }
    boolean epochs = byEpoch.orElseGet(() -> type.orElse(Type.EPOCHS) == Type.EPOCHS);
    if (epochs && (maxEpochs.isEmpty() || maxIters.isPresent())) {
      throw new IllegalArgumentException(
          "a loop of epochs needs max_epochs, and no max_iters; by_epoch: false counts iterations");
    }
    if (!epochs && (maxIters.isEmpty() || maxEpochs.isPresent())) {
      throw new IllegalArgumentException("a loop of iterations needs max_iters, and no max_epochs");
    }
    dynamicIntervals =
        dynamicIntervals.stream().sorted(Comparator.comparingInt(IntPair::first)).toList();
  }

  /**
   * Makes options of a loop of epochs.
   *
   * @param epochs epochs of the run
   * @param valInterval epochs between validations
   * @return the options
   */
  public static TrainOptions epochs(int epochs, int valInterval) {
    return new TrainOptions(
        Optional.of(Type.EPOCHS),
        Optional.empty(),
        Optional.of(epochs),
        Optional.empty(),
        1,
        Optional.of(valInterval),
        List.of(),
        NanPolicy.OFF,
        List.of());
  }

  /**
   * Makes options of a loop of iterations.
   *
   * @param iterations iterations of the run
   * @param valInterval iterations between validations
   * @return the options
   */
  public static TrainOptions iterations(int iterations, int valInterval) {
    return new TrainOptions(
        Optional.of(Type.ITERATIONS),
        Optional.empty(),
        Optional.empty(),
        Optional.of(iterations),
        1,
        Optional.of(valInterval),
        List.of(),
        NanPolicy.OFF,
        List.of());
  }

  /**
   * Whether the loop counts epochs.
   *
   * @return false where it counts iterations
   */
  public boolean countsEpochs() {
    return maxEpochs.isPresent();
  }

  /**
   * How many iterations the run has.
   *
   * @param epochLength iterations of an epoch
   * @return the number
   */
  public long iterations(int epochLength) {
    return maxEpochs
        .map(epochs -> Math.multiplyExact((long) epochs, (long) epochLength))
        .orElseGet(() -> (long) maxIters.orElseThrow());
  }

  /**
   * How long the run is, for schedules that do not say when they end. A loop of iterations is one
   * long epoch.
   *
   * @param epochLength iterations of a pass through the data
   * @return the length
   */
  public RunLength length(int epochLength) {
    return new RunLength(
        maxEpochs.orElse(1), Math.toIntExact(iterations(epochLength)), epochLength);
  }

  /**
   * Whether a validation is due, as {@code mmengine.runner.EpochBasedTrainLoop} decides.
   *
   * @param finished finished epochs, or iterations where the loop counts them
   * @return whether to validate before the next
   */
  public boolean validatesAfter(long finished) {
    int end = maxEpochs.or(this::maxIters).orElseThrow();
    return finished >= valBegin && (finished % intervalAfter(finished) == 0 || finished == end);
  }

  private int intervalAfter(long finished) {
    int interval = valInterval.orElse(countsEpochs() ? 1 : ITERATIONS_BETWEEN_VALIDATIONS);
    for (IntPair milestone : dynamicIntervals) {
      if (milestone.first() <= finished + 1) {
        interval = milestone.second();
      }
    }
    return interval;
  }
}
