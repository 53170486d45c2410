package io.vertebra.families.stages;

import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;
import java.util.List;

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
   * Does what {@code frozen_stages} and {@code norm_eval} of a backbone with a stem and stages say.
   *
   * @param network the backbone
   * @param stem what comes before the stages; frozen unless the number is negative
   * @param stages the stages
   * @param frozenStages how many of them are frozen, from the first; negative for nothing at all
   * @param normEval whether all norms keep to their running statistics
   */
  public static void apply(
      Module network,
      List<? extends Module> stem,
      Stages stages,
      int frozenStages,
      boolean normEval) {
    if (frozenStages >= 0) {
      stem.forEach(Freezing::freeze);
    }
    stages.freezeFirst(frozenStages);
    if (normEval) {
      evaluateNorms(network);
    }
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
