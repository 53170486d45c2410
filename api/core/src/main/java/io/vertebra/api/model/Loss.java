package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;

/** A training objective of logits and targets. */
@ExtensionPoint(Kind.LOSS)
public abstract class Loss extends Module {
  /** Makes a loss with nothing in it. */
  protected Loss() {}

  /**
   * Computes the loss of a batch.
   *
   * @param context the arrays and operations of this pass
   * @param logits N x classes
   * @param targets N, int64 class indices; or N x classes, float32: how much of each class there is
   * @param averaging how the losses of the batch become one number
   * @return a scalar; or a loss for each sample, or each logit, where nothing is reduced
   */
  public abstract NDArray forward(
      Context context, NDArray logits, NDArray targets, Averaging averaging);

  /**
   * Computes the loss of a batch, averaged as the options of the loss say.
   *
   * @param context the arrays and operations of this pass
   * @param logits N x classes
   * @param targets N, int64 class indices; or N x classes, float32: how much of each class there is
   * @return a scalar; or a loss for each sample, or each logit, where nothing is reduced
   */
  public final NDArray forward(Context context, NDArray logits, NDArray targets) {
    return forward(context, logits, targets, Averaging.PLAIN);
  }
}
