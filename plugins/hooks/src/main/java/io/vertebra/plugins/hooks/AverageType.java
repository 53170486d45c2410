package io.vertebra.plugins.hooks;

import io.vertebra.api.options.Key;

/** How much the present weights count in an average, with MMEngine's and MMPretrain's names. */
public enum AverageType {
  /** Always the same, {@code mmengine.model.ExponentialMovingAverage}. */
  @Key("ExponentialMovingAverage")
  EXPONENTIAL(0.0002),
  /** All weights so far the same, {@code mmengine.model.StochasticWeightAverage}. */
  @Key("StochasticWeightAverage")
  MEAN(Double.NaN),
  /** Less and less, down to a limit, {@code mmengine.model.MomentumAnnealingEMA}. */
  @Key("MomentumAnnealingEMA")
  ANNEALED(0.0002),
  /** Along a cosine over the whole run, {@code mmpretrain.models.CosineEMA}. */
  @Key("CosineEMA")
  COSINE(0.004);

  private final double momentum;

  AverageType(double momentum) {
    this.momentum = momentum;
  }

  /** The momentum where the config gives none. */
  double momentum() {
    return momentum;
  }
}
