package io.vertebra.plugins.losses;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Averaging;
import io.vertebra.api.model.Reduction;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;

/**
 * Options of how losses are added up.
 *
 * @param reduction how the losses of a batch become one number
 * @param lossWeight what the loss is multiplied by
 */
public record ReductionOptions(
    @Doc("how the losses of a batch become one number") @Default("mean") Reduction reduction,
    @Doc("what the loss is multiplied by") @Default("1.0") @Range(min = 0) double lossWeight) {
  /** The mean. */
  static final ReductionOptions MEAN = new ReductionOptions(Reduction.MEAN, 1);

  /** Makes one number of losses. */
  NDArray total(NDArray losses, Averaging averaging) {
    return weigh(averaging.reduce(losses, reduction));
  }

  NDArray weigh(NDArray loss) {
    return lossWeight == 1 ? loss : loss.mul((float) lossWeight);
  }
}
