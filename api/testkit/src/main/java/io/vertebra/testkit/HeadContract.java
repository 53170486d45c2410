package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.plugin.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * How many classes the head of the config has, of several tasks those of all together.
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
    return Tries.total(head.loss(context, inputs, batch(head, inputs.get(0))));
  }

  private Batch batch(Head head, NDArray feature) {
    if (head.tasks().isEmpty()) {
      return new Batch(List.of(feature), labels(feature, classes()));
    }
    Map<String, NDArray> targets = new LinkedHashMap<>();
    head.tasks().forEach((task, classes) -> targets.put(task, labels(feature, classes)));
    return new Batch(List.of(feature), null, targets, null);
  }

  private static NDArray labels(NDArray feature, int classes) {
    return Tries.labels(feature.getManager(), (int) feature.getShape().get(0), classes);
  }
}
