package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import java.util.List;

/** What holds for every {@link Backbone}. */
public abstract class BackboneContract extends ModuleContract<Backbone> {
  /** Makes the contract. */
  protected BackboneContract() {
    super(Kind.BACKBONE, Backbone.class);
  }

  /**
   * The shape of an image that the backbone takes.
   *
   * @return C x H x W
   */
  protected abstract Shape input();

  /**
   * The shapes of the features of one image.
   *
   * @return one for each stage, without the axis of the batch
   */
  protected abstract List<Shape> outputs();

  @Override
  final List<Shape> inputShapes(int batch) {
    return List.of(Tries.batched(batch, input()));
  }

  @Override
  final List<Shape> outputShapes(int batch) {
    return Tries.batched(batch, outputs());
  }

  @Override
  final List<NDArray> forward(Backbone backbone, Context context, List<NDArray> inputs) {
    return backbone.forward(context, inputs.get(0));
  }
}
