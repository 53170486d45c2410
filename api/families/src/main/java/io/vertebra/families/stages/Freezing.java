package io.vertebra.families.stages;

import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;

/** Keeps parts of a network as they are. */
public final class Freezing {
  private Freezing() {}

  /**
   * Freezes the parameters of a module, and keeps it in evaluation also in training.
   *
   * @param module the module
   */
  public static void freeze(Module module) {
    module.setTrainable(false);
    module.setEvaluating(true);
  }

  /**
   * Keeps all norms of a module to their running statistics, also in training. Their weights and
   * biases are still trained. This is {@code norm_eval} of MMPretrain's backbones.
   *
   * @param module the module
   */
  public static void evaluateNorms(Module module) {
    if (module instanceof Norm) {
      module.setEvaluating(true);
    }
    module.modules().values().forEach(Freezing::evaluateNorms);
  }
}
