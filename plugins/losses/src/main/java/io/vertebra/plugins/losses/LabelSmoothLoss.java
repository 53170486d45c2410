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
import java.util.Optional;

/**
 * The cross entropy against targets that are not quite sure, {@code
 * mmpretrain.models.LabelSmoothLoss}. It is computed in float32, whatever the precision of the
 * logits is.
 */
@Plugin(
    kind = Kind.LOSS,
    type = "LabelSmoothLoss",
    summary = "Cross entropy against smoothed targets")
public final class LabelSmoothLoss extends Loss {
  private final Options options;
  private final double share;
  private final boolean sigmoid;

  /**
   * Options of {@link LabelSmoothLoss}.
   *
   * @param labelSmoothVal how much is smoothed
   * @param numClasses classes of the logits
   * @param useSigmoid whether each class has a sigmoid of its own
   * @param mode how targets are smoothed
   * @param weighting how losses are weighed and added up
   */
  public record Options(
      @Doc("how much is smoothed, below 1") @Range(min = 0, max = 1) double labelSmoothVal,
      @Doc("classes of the logits; as many as there are where it is left out") @Range(min = 1)
          Optional<Integer> numClasses,
      @Doc("whether each class has a sigmoid of its own; true for multi_label where it is left out")
          Optional<Boolean> useSigmoid,
      @Doc("how targets are smoothed") @Default("original") SmoothingMode mode,
      @Inline WeightingOptions weighting) {
    /** Checks what spans several options. */
    public Options {
      if (labelSmoothVal == 1) {
        throw new IllegalArgumentException(
            "label_smooth_val is 1, which leaves nothing of the target: take less, for example"
                + " 0.1");
      }
      if (!useSigmoid.orElse(mode == SmoothingMode.MULTI_LABEL)) {
        weighting.requireNoPositives();
      }
    }
  }

  /**
   * Makes the loss.
   *
   * @param options the options
   */
  public LabelSmoothLoss(Options options) {
    this.options = options;
    double value = options.labelSmoothVal();
    this.share = options.mode() == SmoothingMode.CLASSY_VISION ? value / (1 + value) : value;
    this.sigmoid = options.useSigmoid().orElse(options.mode() == SmoothingMode.MULTI_LABEL);
  }

  @Override
  public NDArray forward(Context context, NDArray logits, NDArray targets, Averaging averaging) {
    long classes = logits.getShape().get(1);
    options
        .numClasses()
        .filter(wanted -> wanted != classes)
        .ifPresent(wanted -> refuse(wanted, classes));
    NDArray losses =
        sigmoid || options.mode() == SmoothingMode.MULTI_LABEL
            ? ofRows(context, logits, targets)
            : ofIndices(context, logits, targets);
    return options.weighting().sum().total(losses, averaging);
  }

  private NDArray ofIndices(Context context, NDArray logits, NDArray targets) {
    NDArray exact = context.ops().toFloat32(logits);
    return context.ops().crossEntropies(exact, targets, options.weighting().classes(), share);
  }

  private static void refuse(int wanted, long classes) {
    throw new IllegalStateException(
        "num_classes of the LabelSmoothLoss is %d, but the logits have %d classes: leave it out"
            .formatted(wanted, classes));
  }

  private NDArray ofRows(Context context, NDArray logits, NDArray targets) {
    List<Double> classes = options.weighting().classes();
    NDArray rows = smooth(context, targets, logits.getShape().get(1));
    NDArray exact = context.ops().toFloat32(logits);
    if (!sigmoid) {
      return context.ops().crossEntropies(exact, rows, classes, 0);
    }
    List<Double> positives = options.weighting().positives();
    NDArray losses = context.ops().binaryCrossEntropies(exact, rows, classes, positives);
    return Targets.ofKnown(context, losses, targets);
  }

  private NDArray smooth(Context context, NDArray targets, long classes) {
    NDArray rows = Targets.rows(context, targets, classes);
    if (options.mode() == SmoothingMode.MULTI_LABEL) {
      NDArray present = context.ops().toFloat32(rows.gt(0));
      return present.mul((float) (1 - 2 * share)).add((float) share);
    }
    return rows.mul((float) (1 - share)).add((float) (share / classes));
  }
}
