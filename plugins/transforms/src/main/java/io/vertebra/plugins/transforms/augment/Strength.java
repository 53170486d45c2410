package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often and how strongly an operation is carried out, {@code
 * mmpretrain.datasets.BaseAugTransform}. A magnitude is either given by the operation's own option
 * or lies between two at a level.
 *
 * @param prob the probability
 * @param magnitudeRange the magnitudes at level 0 and at the greatest level
 * @param magnitudeLevel the level
 * @param magnitudeStd how much the level varies
 * @param totalLevel the greatest level
 */
public record Strength(
    @Doc("probability that the operation is carried out") @Default("0.5") @Range(min = 0, max = 1)
        double prob,
    @Doc("[a, b]: magnitudes at level 0 and at total_level, in place of a fixed one")
        Optional<List<Double>> magnitudeRange,
    @Doc("level of the magnitude; RandAugment sets it for its policies") @Default("10")
        double magnitudeLevel,
    @Doc(
            "standard deviation of the level, or inf for levels drawn evenly from 0; RandAugment"
                + " sets it for its policies")
        @Default("0")
        MagnitudeStd magnitudeStd,
    @Doc("the greatest level; RandAugment sets it for its policies") @Default("10")
        double totalLevel) {
  /** Checks the range and the levels. */
  public Strength {
    if (magnitudeRange.isPresent() && magnitudeRange.get().size() != 2) {
      throw new IllegalArgumentException(
          "magnitude_range is %s: expected two numbers".formatted(magnitudeRange.get()));
    }
    magnitudeRange = magnitudeRange.map(List::copyOf);
    new Levels(magnitudeLevel, magnitudeStd, totalLevel);
  }

  /** An operation that is carried out with a probability, at no level. */
  static Strength of(double prob) {
    return new Strength(prob, Optional.empty(), 10, new MagnitudeStd(0), 10);
  }

  /** An operation of a policy, whose magnitude lies between two. */
  static Strength between(double least, double greatest) {
    return new Strength(0.5, Optional.of(List.of(least, greatest)), 10, new MagnitudeStd(0), 10);
  }

  /** Checks that a magnitude is given in one of the two ways. */
  void requireOne(String option, Optional<?> given) {
    if (given.isPresent() == magnitudeRange.isPresent()) {
      throw new IllegalArgumentException(
          "%s and magnitude_range are %s: give one of the two"
              .formatted(option, given.isPresent() ? "both there" : "both left out"));
    }
  }

  /** Draws whether the operation is left out. */
  boolean skips(RandomGenerator random) {
    return random.nextDouble() > prob;
  }

  /** Gives the magnitude, or draws it. */
  double magnitude(Optional<Double> given, RandomGenerator random) {
    if (given.isPresent()) {
      return given.get();
    }
    List<Double> range = magnitudeRange.orElseThrow();
    double part = new Levels(magnitudeLevel, magnitudeStd, totalLevel).part(random);
    return part * (range.get(1) - range.get(0)) + range.get(0);
  }

  /** Gives the magnitude, or draws it, and draws its sign. */
  double signed(Optional<Double> given, double negativeProb, RandomGenerator random) {
    double magnitude = magnitude(given, random);
    return random.nextDouble() < negativeProb ? -magnitude : magnitude;
  }

  /** The same at the levels of a policy, where it has any. */
  Strength at(Levels levels) {
    return magnitudeRange.isEmpty()
        ? this
        : new Strength(prob, magnitudeRange, levels.level(), levels.std(), levels.total());
  }
}
