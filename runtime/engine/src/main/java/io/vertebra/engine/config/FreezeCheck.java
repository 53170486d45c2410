package io.vertebra.engine.config;

import io.vertebra.api.model.Algorithm;
import io.vertebra.engine.model.Freezing;

/** Checks that what is to be frozen is there, and that something is left to be trained. */
final class FreezeCheck {
  private final Findings findings;

  FreezeCheck(Findings findings) {
    this.findings = findings;
  }

  void check(Algorithm model, TrainOptions training) {
    try {
      new Freezing(model, training.frozen());
    } catch (IllegalArgumentException e) {
      findings.problem(
          "train_cfg.frozen",
          e.getMessage(),
          "give names of parameters, as `vertebra config` or a checkpoint has them, or of parts");
    }
  }
}
