package io.vertebra.plugins.losses;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;

/**
 * Targets of a batch, which are class indices or how much of each class there is, -1 where that is
 * not known.
 */
final class Targets {
  private Targets() {}

  /** Gives N x classes, float32; what is not known counts as nothing. */
  static NDArray rows(Context context, NDArray targets, long classes) {
    return targets.getShape().dimension() == 1
        ? context.ops().oneHot(targets, Math.toIntExact(classes))
        : context.ops().toFloat32(targets).maximum(0f);
  }

  /** Takes the losses of what is not known away, N x classes. */
  static NDArray ofKnown(Context context, NDArray losses, NDArray targets) {
    return targets.getShape().dimension() == 1
        ? losses
        : losses.mul(context.ops().toFloat32(targets.gte(0)));
  }

  /** What is missing to one. */
  static NDArray complement(NDArray shares) {
    return shares.neg().add(1);
  }
}
