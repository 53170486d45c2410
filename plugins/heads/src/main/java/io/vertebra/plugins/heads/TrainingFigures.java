package io.vertebra.plugins.heads;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntList;
import java.util.Optional;

/**
 * Options of MMPretrain's heads about figures of training batches. They are taken, as nearly all of
 * its configs have them; figures here come from the evaluators.
 *
 * @param topk accepted, without effect
 * @param calAcc must be false
 */
public record TrainingFigures(
    @Doc("accepted, without effect: figures come from the evaluators") Optional<IntList> topk,
    @Doc("accuracy of training batches; only false is possible") @Default("false") boolean calAcc) {
  /** Checks that no figure is asked for. */
  public TrainingFigures {
    if (calAcc) {
      throw new IllegalArgumentException(
          "cal_acc: true is not possible; val_evaluator gives the accuracy");
    }
  }
}
