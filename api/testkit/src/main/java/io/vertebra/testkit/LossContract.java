package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.plugin.Kind;
import java.util.List;

/** What holds for every {@link Loss}: a finite scalar with a gradient. */
public abstract class LossContract extends ModuleContract<Loss> {
  private static final int CLASSES = 7;

  /** Makes the contract. */
  protected LossContract() {
    super(Kind.LOSS, Loss.class);
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
    return loss.forward(context, logits, Tries.labels(logits.getManager(), batch, CLASSES));
  }
}
