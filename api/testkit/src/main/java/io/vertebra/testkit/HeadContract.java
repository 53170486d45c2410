package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.plugin.Kind;
import java.util.List;

/** What holds for every {@link Head}: logits and scores of the stated shape, and a loss. */
public abstract class HeadContract extends ModuleContract<Head> {
  /** Makes the contract. */
  protected HeadContract() {
    super(Kind.HEAD, Head.class);
  }

  /**
   * The shapes of the features of one image that the head takes.
   *
   * @return from shallow to deep, without the axis of the batch
   */
  protected abstract List<Shape> inputs();

  /**
   * How many classes the head of the config has.
   *
   * @return the number
   */
  protected abstract int classes();

  @Override
  final List<Shape> inputShapes(int batch) {
    return Tries.batched(batch, inputs());
  }

  @Override
  final List<Shape> outputShapes(int batch) {
    Shape shape = new Shape(batch, classes());
    return List.of(shape, shape);
  }

  @Override
  final List<NDArray> forward(Head head, Context context, List<NDArray> inputs) {
    return List.of(head.logits(context, inputs), head.scores(context, inputs));
  }

  @Override
  final NDArray objective(Head head, Context context, List<NDArray> inputs) {
    int batch = (int) inputs.get(0).getShape().get(0);
    NDArray targets = Tries.labels(inputs.get(0).getManager(), batch, classes());
    return Tries.total(head.loss(context, inputs, targets));
  }
}
