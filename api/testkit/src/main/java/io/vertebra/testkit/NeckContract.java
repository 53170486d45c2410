package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Neck;
import io.vertebra.api.plugin.Kind;
import java.util.List;

/** What holds for every {@link Neck}. */
public abstract class NeckContract extends ModuleContract<Neck> {
  /** Makes the contract. */
  protected NeckContract() {
    super(Kind.NECK, Neck.class);
  }

  /**
   * The shapes of the features of one image that the neck takes.
   *
   * @return from shallow to deep, without the axis of the batch
   */
  protected abstract List<Shape> inputs();

  /**
   * The shapes of what it makes of them.
   *
   * @return from shallow to deep, without the axis of the batch
   */
  protected abstract List<Shape> outputs();

  @Override
  final List<Shape> inputShapes(int batch) {
    return Tries.batched(batch, inputs());
  }

  @Override
  final List<Shape> outputShapes(int batch) {
    return Tries.batched(batch, outputs());
  }

  @Override
  final List<NDArray> forward(Neck neck, Context context, List<NDArray> inputs) {
    return neck.forward(context, inputs);
  }
}
