package io.vertebra.plugins.schedules;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;

/**
 * When a figure counts as no longer improving.
 *
 * @param rule which figures are better
 * @param patience validations without improvement that are borne
 * @param threshold the least improvement
 * @param thresholdRule what the least improvement is measured by
 * @param cooldown validations after a reduction that count as neither good nor bad
 */
public record PlateauOptions(
    @Doc("whether less or greater figures are better") @Default("less") Rule rule,
    @Doc("validations without improvement that are borne") @Default("10") @Range(min = 0)
        int patience,
    @Doc("least improvement of the best figure") @Default("1e-4") @Range(min = 0) double threshold,
    @Doc("whether threshold is a part of the best figure (rel) or a difference to it (abs)")
        @Default("rel")
        ThresholdRule thresholdRule,
    @Doc("validations after a reduction that do not count") @Default("0") @Range(min = 0)
        int cooldown) {
  /** Which figures are better. */
  public enum Rule {
    /** Smaller ones. */
    @Key("less")
    LESS,
    /** Greater ones. */
    @Key("greater")
    GREATER
  }

  /** What the least improvement is measured by. */
  public enum ThresholdRule {
    /** It is a part of the best figure. */
    @Key("rel")
    RELATIVE,
    /** It is a difference to the best figure. */
    @Key("abs")
    ABSOLUTE
  }

  boolean better(double figure, double best) {
    double sign = rule == Rule.LESS ? -1 : 1;
    double bar =
        thresholdRule == ThresholdRule.RELATIVE
            ? best * (1 + sign * threshold)
            : best + sign * threshold;
    return sign * figure > sign * bar;
  }
}
