package io.vertebra.plugins.optimizers;

import io.vertebra.api.train.OptimizerOps;
import io.vertebra.api.train.TensorList;
import io.vertebra.api.train.UpdateScript;
import java.util.List;

/**
 * The clipping that some rules do themselves: by the norm of all gradients of all groups.
 *
 * @param maxNorm the largest norm; 0 does not clip
 * @param eps what is added to the norm
 */
record GradientClip(double maxNorm, double eps) {
  private static final UpdateScript SCRIPT = UpdateScript.of(GradientClip.class, "clip");

  void apply(OptimizerOps ops, TensorList gradients) {
    if (maxNorm > 0) {
      ops.run(SCRIPT, List.of(gradients), maxNorm, eps);
    }
  }
}
