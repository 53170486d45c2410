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
import java.util.List;

/**
 * The cross entropy between sigmoids and targets, with less weight for logits that are right
 * already (Lin et al., Focal Loss for Dense Object Detection, 2017, section 3), {@code
 * mmpretrain.models.FocalLoss}. It is computed in float32. The mean is that over all logits.
 */
@Plugin(
    kind = Kind.LOSS,
    type = "FocalLoss",
    summary = "Cross entropy of sigmoids that looks at what is still wrong")
public final class FocalLoss extends Loss {
  private final Options options;

  /**
   * Options of {@link FocalLoss}.
   *
   * @param gamma how fast the weight falls with what is right
   * @param alpha the weight of positive targets
   * @param sum how losses are added up
   */
  public record Options(
      @Doc("power of what is wrong that a loss is multiplied by; 0 leaves it alone")
          @Default("2.0")
          @Range(min = 0)
          double gamma,
      @Doc("weight of positive targets; that of negative ones is the rest to 1")
          @Default("0.25")
          @Range(min = 0, max = 1)
          double alpha,
      @Inline ReductionOptions sum) {}

  /**
   * Makes the loss.
   *
   * @param options the options
   */
  public FocalLoss(Options options) {
    this.options = options;
  }

  @Override
  public NDArray forward(Context context, NDArray logits, NDArray targets, Averaging averaging) {
    NDArray exact = context.ops().toFloat32(logits);
    NDArray rows = Targets.rows(context, targets, logits.getShape().get(1));
    NDArray losses =
        context
            .ops()
            .binaryCrossEntropies(exact, rows, List.of(), List.of())
            .mul(weights(context.ops().sigmoid(exact), rows));
    return options.sum().total(Targets.ofKnown(context, losses, targets), averaging);
  }

  private NDArray weights(NDArray scores, NDArray rows) {
    NDArray others = Targets.complement(rows);
    NDArray wrong = Targets.complement(scores).mul(rows).add(scores.mul(others));
    float alpha = (float) options.alpha();
    NDArray balance = rows.mul(alpha).add(others.mul(1 - alpha));
    return balance.mul(wrong.pow((float) options.gamma()));
  }
}
