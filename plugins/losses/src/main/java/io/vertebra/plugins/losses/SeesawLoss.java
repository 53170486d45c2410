package io.vertebra.plugins.losses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Averaging;
import io.vertebra.api.model.Buffer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;

/**
 * A cross entropy that spares classes with few samples (Wang et al., Seesaw Loss for Long-Tailed
 * Instance Segmentation, 2021), {@code mmpretrain.models.SeesawLoss}: the logits of other classes
 * are lowered the more often the own class was seen than they, and raised where they score higher.
 * It is computed in float32.
 *
 * <p>How many samples of each class there were is counted in training, before the loss is computed,
 * and saved with the weights as {@code cum_samples}. Targets are class indices.
 */
@Plugin(
    kind = Kind.LOSS,
    type = "SeesawLoss",
    summary = "Cross entropy for classes of very different size")
public final class SeesawLoss extends Loss {
  private final Options options;
  private final Buffer counts;

  /**
   * Options of {@link SeesawLoss}.
   *
   * @param useSigmoid must be false
   * @param p how much rare classes are spared
   * @param q how much classes that score too high are punished
   * @param numClasses classes of the logits
   * @param eps the least own score that others are compared with
   * @param sum how losses are added up
   */
  public record Options(
      @Doc("accepted for the sake of configs that have it; only false is possible")
          @Default("false")
          boolean useSigmoid,
      @Doc("power of the ratio of samples that spares rare classes; 0 for none")
          @Default("0.8")
          @Range(min = 0)
          double p,
      @Doc("power of the ratio of scores that punishes classes which score too high; 0 for none")
          @Default("2.0")
          @Range(min = 0)
          double q,
      @Doc("classes of the logits") @Default("1000") @Range(min = 1) int numClasses,
      @Doc("least own score that others are compared with") @Default("0.01") @Range(min = 0)
          double eps,
      @Inline ReductionOptions sum) {
    /** Checks that softmax is meant. */
    public Options {
      if (useSigmoid) {
        throw new IllegalArgumentException(
            "use_sigmoid is true, but a SeesawLoss compares classes by softmax: leave it out");
      }
    }
  }

  /**
   * Makes the loss.
   *
   * @param options the options
   */
  public SeesawLoss(Options options) {
    this.options = options;
    this.counts =
        addBuffer(
            "cum_samples", new Shape(options.numClasses()), DataType.FLOAT32, Distribution.zeros());
  }

  @Override
  public NDArray forward(Context context, NDArray logits, NDArray targets, Averaging averaging) {
    requireFitting(logits, targets);
    NDArray seen = context.get(counts);
    if (training(context)) {
      context.ops().countClasses(seen, targets);
    }
    NDArray exact = context.ops().toFloat32(logits);
    NDArray own = context.ops().oneHot(targets, options.numClasses());
    NDArray shift = rarity(seen, own).add(excess(context, exact, own));
    NDArray shifted = exact.add(shift.mul(Targets.complement(own)));
    return options
        .sum()
        .total(context.ops().crossEntropies(shifted, targets, List.of(), 0), averaging);
  }

  private void requireFitting(NDArray logits, NDArray targets) {
    if (targets.getShape().dimension() != 1) {
      throw new IllegalArgumentException(
          "a SeesawLoss counts class indices, but the targets are rows of shape "
              + targets.getShape()
              + ": do not mix images");
    }
    if (logits.getShape().get(1) != options.numClasses()) {
      throw new IllegalStateException(
          "num_classes of the SeesawLoss is %d, but the logits have %d classes"
              .formatted(options.numClasses(), logits.getShape().get(1)));
    }
  }

  /** The logarithm of the mitigation factor: 0 for classes seen as often as the own one or more. */
  private NDArray rarity(NDArray seen, NDArray own) {
    NDArray least = seen.maximum(1f);
    NDArray ofOwn = own.mul(least).sum(new int[] {1}, true);
    return least.div(ofOwn).minimum(1f).log().mul((float) options.p());
  }

  /** The logarithm of the compensation factor: 0 for classes that score less than the own one. */
  private NDArray excess(Context context, NDArray logits, NDArray own) {
    NDArray scores = context.ops().softmax(logits.stopGradient(), 1);
    NDArray ofOwn = scores.mul(own).sum(new int[] {1}, true).maximum((float) options.eps());
    return scores.div(ofOwn).maximum(1f).log().mul((float) options.q());
  }
}
