package io.vertebra.plugins.losses;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/**
 * The mean over a batch of the cross entropy between softmax and class index, {@code
 * mmpretrain.models.CrossEntropyLoss}. It is computed in float32, whatever the precision of the
 * logits is.
 */
@Plugin(
    kind = Kind.LOSS,
    type = "CrossEntropyLoss",
    summary = "Cross entropy of softmax and class index, averaged over the batch")
public final class CrossEntropyLoss extends Loss {
  private final float weight;

  /**
   * Options of {@link CrossEntropyLoss}.
   *
   * @param lossWeight what the loss is multiplied by
   */
  public record Options(
      @Doc("what the loss is multiplied by") @Default("1.0") @Range(min = 0) double lossWeight) {}

  /**
   * Makes the loss.
   *
   * @param options the options
   */
  public CrossEntropyLoss(Options options) {
    this.weight = (float) options.lossWeight();
  }

  @Override
  public NDArray forward(Context context, NDArray logits, NDArray targets) {
    NDArray mean = context.ops().crossEntropy(context.ops().toFloat32(logits), targets);
    return mean.mul(weight);
  }
}
