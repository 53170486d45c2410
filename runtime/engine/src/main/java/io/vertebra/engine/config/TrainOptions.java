package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;

/**
 * How long to train, and when to validate.
 *
 * @param type the kind of loop
 * @param byEpoch whether the loop counts epochs
 * @param maxEpochs epochs of the run
 * @param valBegin the first epoch that is validated, from 1
 * @param valInterval epochs between validations
 */
public record TrainOptions(
    @Doc("the kind of loop") @Default("EpochBasedTrainLoop") Type type,
    @Doc("count epochs") @Default("true") boolean byEpoch,
    @Doc("epochs of the run") @Range(min = 1) int maxEpochs,
    @Doc("first epoch that is validated, from 1") @Default("1") @Range(min = 1) int valBegin,
    @Doc("epochs between validations; the last is always validated") @Default("1") @Range(min = 1)
        int valInterval) {
  /** Kinds of loop. */
  public enum Type {
    /** Epoch after epoch. */
    @Key("EpochBasedTrainLoop")
    EPOCHS
  }

  /** Checks that the loop counts epochs. */
  public TrainOptions {
    if (!byEpoch) {
      throw new IllegalArgumentException(
          "by_epoch: false asks for training by iterations, which this version does not have;"
              + " give max_epochs");
    }
  }
}
