package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

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

  @Test
  final void consumingItsInputGivesTheSameOutputsAndGradients() throws IOException {
    withBench(
        (activation, bench) -> {
          assertThat(
                  bench.evaluate(
                      (context, manager) -> outputs(activation::consume, context, manager)))
              .isEqualTo(
                  bench.evaluate(
                      (context, manager) -> outputs(activation::forward, context, manager)));
          assertThat(inputGradients(bench, activation::consume))
              .isEqualTo(inputGradients(bench, activation::forward));
        });
  }

  private List<NDArray> outputs(
      BiFunction<Context, NDArray, NDArray> way, Context context, NDManager manager) {
    return List.of(way.apply(context, Tries.inputs(manager, inputShapes(2)).get(0)));
  }

  private List<Output> inputGradients(
      NetworkBench bench, BiFunction<Context, NDArray, NDArray> way) {
    return bench.inputGradients(
        (context, manager) -> Tries.inputs(manager, inputShapes(2)),
        (context, inputs) -> {
          NDArray output = way.apply(context, inputs.get(0).mul(2));
          return output.mul(output).mean();
        });
  }
}
