package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.plugin.Kind;
import java.util.List;

/** What holds for every {@link Norm}. */
public abstract class NormContract extends ModuleContract<Norm> {
  /** Makes the contract. */
  protected NormContract() {
    super(Kind.NORM, Norm.class);
  }

  /**
   * The shape of the features of one image that the norm takes.
   *
   * @return C x ...; 8 x 6 x 4 unless the norm needs another
   */
  protected Shape input() {
    return new Shape(8, 6, 4);
  }

  @Override
  final Object[] arguments() {
    return new Object[] {new NormContext((int) input().get(0))};
  }

  @Override
  final List<Shape> inputShapes(int batch) {
    return List.of(Tries.batched(batch, input()));
  }

  @Override
  final List<Shape> outputShapes(int batch) {
    return inputShapes(batch);
  }

  @Override
  final List<NDArray> forward(Norm norm, Context context, List<NDArray> inputs) {
    return List.of(norm.forward(context, inputs.get(0)));
  }
}
