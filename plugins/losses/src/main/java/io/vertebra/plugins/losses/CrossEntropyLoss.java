package io.vertebra.plugins.losses;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Averaging;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/**
 * The cross entropy between softmax, or the sigmoid of each class, and targets, {@code
 * mmpretrain.models.CrossEntropyLoss}. It is computed in float32, whatever the precision of the
 * logits is. The mean is that over the batch, with sigmoids over all classes too; heads ask for the
 * sum of the sigmoids' losses over the number of samples.
 */
@Plugin(
    kind = Kind.LOSS,
    type = "CrossEntropyLoss",
    summary = "Cross entropy of softmax or sigmoids and targets")
public final class CrossEntropyLoss extends Loss {
  private final WeightingOptions weighting;
  private final boolean sigmoid;
  private final boolean fused;

  /**
   * Options of {@link CrossEntropyLoss}.
   *
   * @param useSigmoid whether each class has a sigmoid of its own
   * @param useSoft taken for the sake of configs that have it
   * @param weighting how losses are weighed and added up
   */
  public record Options(
      @Doc("whether each class has a sigmoid of its own, for several labels an image")
          @Default("false")
          boolean useSigmoid,
      @Doc("that targets are probabilities; class indices are told from them anyway")
          @Default("false")
          boolean useSoft,
      @Inline WeightingOptions weighting) {
    /** Checks what spans several options. */
    public Options {
      if (useSigmoid && useSoft) {
        throw new IllegalArgumentException(
            "use_sigmoid and use_soft are both true, but targets are compared with sigmoids or"
                + " with softmax: set one of them");
      }
      if (!useSigmoid) {
        weighting.requireNoPositives();
      }
    }
  }

  /**
   * Makes the loss.
   *
   * @param options the options
   */
  public CrossEntropyLoss(Options options) {
    this.sigmoid = options.useSigmoid();
    this.weighting = options.weighting();
    this.fused = !sigmoid && weighting.classes().isEmpty();
  }

  @Override
  public NDArray forward(Context context, NDArray logits, NDArray targets, Averaging averaging) {
    ReductionOptions sum = weighting.sum();
    if (fused && averaging.isMeanOf(logits.getShape().get(0), sum.reduction())) {
      return sum.weigh(context.ops().crossEntropy(context.ops().toFloat32(logits), targets));
    }
    NDArray losses =
        sigmoid ? ofSigmoids(context, logits, targets) : ofSoftmax(context, logits, targets);
    return sum.total(losses, averaging);
  }

  private NDArray ofSoftmax(Context context, NDArray logits, NDArray targets) {
    return context
        .ops()
        .crossEntropies(context.ops().toFloat32(logits), targets, weighting.classes(), 0);
  }

  private NDArray ofSigmoids(Context context, NDArray logits, NDArray targets) {
    NDArray rows = Targets.rows(context, targets, logits.getShape().get(1));
    NDArray exact = context.ops().toFloat32(logits);
    NDArray losses =
        context.ops().binaryCrossEntropies(exact, rows, weighting.classes(), weighting.positives());
    return Targets.ofKnown(context, losses, targets);
  }
}
