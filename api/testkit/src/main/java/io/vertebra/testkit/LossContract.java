package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.plugin.Kind;
import io.vertebra.testkit.golden.Fill;
import java.util.List;

/** What holds for every {@link Loss}: a finite scalar with a gradient. */
public abstract class LossContract extends ModuleContract<Loss> {
  private static final int CLASSES = 7;

  /** Makes the contract. */
  protected LossContract() {
    super(Kind.LOSS, Loss.class);
  }

  /**
   * Whether targets are rows of numbers, as of a teacher, and not class indices.
   *
   * @return false by default
   */
  protected boolean takesRows() {
    return false;
  }

  @Override
  final List<Shape> inputShapes(int batch) {
    return List.of(new Shape(batch, CLASSES));
  }

  @Override
  final List<Shape> outputShapes(int batch) {
    return List.of(new Shape());
  }

  @Override
  final List<NDArray> forward(Loss loss, Context context, List<NDArray> inputs) {
    return List.of(objective(loss, context, inputs));
  }

  @Override
  final NDArray objective(Loss loss, Context context, List<NDArray> inputs) {
    NDArray logits = inputs.get(0);
    int batch = (int) logits.getShape().get(0);
    NDArray targets =
        takesRows()
            ? logits
                .getManager()
                .create(new Fill("rows").values(logits.getShape().size(), 0, 2), logits.getShape())
            : Tries.labels(logits.getManager(), batch, CLASSES);
    return loss.forward(context, logits, targets);
  }
}
