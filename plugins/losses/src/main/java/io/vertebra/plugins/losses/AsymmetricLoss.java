package io.vertebra.plugins.losses;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Averaging;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/**
 * The cross entropy of several labels an image that forgets negative classes which are right with a
 * margin (Ridnik et al., Asymmetric Loss For Multi-Label Classification, 2021), {@code
 * mmpretrain.models.AsymmetricLoss}. It is computed in float32. The mean is that over all logits.
 */
@Plugin(
    kind = Kind.LOSS,
    type = "AsymmetricLoss",
    summary = "Cross entropy of several labels that forgets easy negative classes")
public final class AsymmetricLoss extends Loss {
  private final Options options;

  /**
   * Options of {@link AsymmetricLoss}.
   *
   * @param gammaPos how fast the weight of positive targets falls with what is right
   * @param gammaNeg how fast that of negative ones does
   * @param clip the margin of negative targets
   * @param useSigmoid whether each class has a sigmoid of its own
   * @param eps the least probability whose logarithm is taken
   * @param sum how losses are added up
   */
  public record Options(
      @Doc("power of what is wrong that the loss of positive targets is multiplied by")
          @Default("0.0")
          @Range(min = 0)
          double gammaPos,
      @Doc("the same for negative targets; commonly more") @Default("4.0") @Range(min = 0)
          double gammaNeg,
      @Doc("scores of negative classes below it count as right; 0 for none")
          @Default("0.05")
          @Range(min = 0, max = 1)
          double clip,
      @Doc("whether each class has a sigmoid of its own; false for softmax") @Default("true")
          boolean useSigmoid,
      @Doc("least probability whose logarithm is taken") @Default("1.0e-8") @Range(min = 0)
          double eps,
      @Inline ReductionOptions sum) {}

  /**
   * Makes the loss.
   *
   * @param options the options
   */
  public AsymmetricLoss(Options options) {
    this.options = options;
  }

  @Override
  public NDArray forward(Context context, NDArray logits, NDArray targets, Averaging averaging) {
    NDArray exact = context.ops().toFloat32(logits);
    NDArray rows = Targets.rows(context, targets, logits.getShape().get(1));
    NDArray scores =
        options.useSigmoid() ? context.ops().sigmoid(exact) : context.ops().softmax(exact, 1);
    NDArray right = right(scores, rows);
    NDArray losses = right.maximum((float) options.eps()).log().neg().mul(weights(right, rows));
    return options.sum().total(Targets.ofKnown(context, losses, targets), averaging);
  }

  /** How right each score is, from 0 to 1. */
  private NDArray right(NDArray scores, NDArray rows) {
    NDArray absent = Targets.complement(scores).add((float) options.clip()).minimum(1f);
    return absent.mul(Targets.complement(rows)).add(scores.mul(rows));
  }

  private NDArray weights(NDArray right, NDArray rows) {
    NDArray powers =
        rows.mul((float) options.gammaPos())
            .add(Targets.complement(rows).mul((float) options.gammaNeg()));
    return Targets.complement(right).pow(powers);
  }
}
