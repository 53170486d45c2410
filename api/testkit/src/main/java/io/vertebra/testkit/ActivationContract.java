package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import java.util.List;

/** What holds for every {@link Activation}. */
public abstract class ActivationContract extends ModuleContract<Activation> {
  /** Makes the contract. */
  protected ActivationContract() {
    super(Kind.ACTIVATION, Activation.class);
  }

  @Override
  final List<Shape> inputShapes(int batch) {
    return List.of(new Shape(batch, 8, 6, 4));
  }

  @Override
  final List<Shape> outputShapes(int batch) {
    return inputShapes(batch);
  }

  @Override
  final List<NDArray> forward(Activation activation, Context context, List<NDArray> inputs) {
    return List.of(activation.forward(context, inputs.get(0)));
  }
}
