package io.vertebra.plugins.losses;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;

/** Targets of a batch, which are class indices or how much of each class there is. */
final class Targets {
  private Targets() {}

  /** Gives N x classes, float32. */
  static NDArray rows(Context context, NDArray targets, long classes) {
    return targets.getShape().dimension() == 1
        ? context.ops().oneHot(targets, Math.toIntExact(classes))
        : context.ops().toFloat32(targets);
  }

  /** What is missing to one. */
  static NDArray complement(NDArray shares) {
    return shares.neg().add(1);
  }
}
