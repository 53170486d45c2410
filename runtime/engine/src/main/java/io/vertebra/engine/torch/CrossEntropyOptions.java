package io.vertebra.engine.torch;

import static java.util.Objects.requireNonNull;

/**
 * The options of cross entropy, as {@code torch.nn.CrossEntropyLoss} names them.
 *
 * @param reduction how the losses of a batch become one number
 * @param labelSmoothing the share of the target that is spread evenly over all classes, 0 to 1
 * @param ignoreIndex the label of samples that do not count; for hard labels only
 */
public record CrossEntropyOptions(Reduction reduction, double labelSmoothing, long ignoreIndex) {
  /** The label of samples that do not count, where no other is asked for. */
  public static final long DEFAULT_IGNORE_INDEX = -100;

  /** Checks the ranges. */
  public CrossEntropyOptions {
    requireNonNull(reduction, "reduction is null");
    if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
      throw new IllegalArgumentException(
          "labelSmoothing is " + labelSmoothing + "; it must be between 0 and 1");
    }
  }

  /**
   * Returns the mean without smoothing.
   *
   * @return the default options
   */
  public static CrossEntropyOptions defaults() {
    return new CrossEntropyOptions(Reduction.MEAN, 0, DEFAULT_IGNORE_INDEX);
  }
}
