package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Module;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.registry.bind.PartBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for every part that is a network: names, shapes, gradients, modes, saving, memory.
 * Extend the contract of a kind, not this class.
 *
 * @param <M> the extension point
 */
public abstract class ModuleContract<M extends Module> extends PartContract<M> {
  private static final int BATCH = 2;
  private static final int OTHER_BATCH = 5;
  private static final int STEPS = 3;

  @TempDir Path folder;

  ModuleContract(Kind kind, Class<M> type) {
    super(kind, type);
  }

  /** The floating-point inputs of a pass. */
  abstract List<Shape> inputShapes(int batch);

  /** What comes out of {@link #forward}. */
  abstract List<Shape> outputShapes(int batch);

  abstract List<NDArray> forward(M module, Context context, List<NDArray> inputs);

  /** What steps minimise; the mean square of all outputs where the part has no loss of its own. */
  NDArray objective(M module, Context context, List<NDArray> inputs) {
    return forward(module, context, inputs).stream()
        .map(output -> output.mul(output).mean())
        .reduce(NDArray::add)
        .orElseThrow();
  }

  private NetworkBench.Computation pass(M module, int batch) {
    return (context, manager) ->
        forward(module, context, Tries.inputs(manager, inputShapes(batch)));
  }

  private NDArray objective(M module, Context context, NDManager manager) {
    return objective(module, context, Tries.inputs(manager, inputShapes(BATCH)));
  }

  @Override
  void exercise(PluginRuntime runtime, M module) {
    try (NetworkBench bench = new NetworkBench(runtime.engine(), module, 1)) {
      steps(bench, module, 2);
    }
  }

  private List<Double> steps(NetworkBench bench, M module, int count) {
    if (bench.state().trainable().isEmpty()) {
      return bench.train(pass(module, BATCH)).stream().map(Output::norm).toList();
    }
    return bench.steps(count, (context, manager) -> objective(module, context, manager));
  }

  /** Builds the part and gives it arrays for the time of a test. */
  final void withBench(Trial<M> trial) throws IOException {
    try (PartBuilder builder = new PartBuilder()) {
      M module = build(builder);
      try (NetworkBench bench = new NetworkBench(plugins().engine(), module, 1)) {
        trial.run(module, bench);
      }
    }
  }

  @Test
  final void stateDictHasPytorchNamesAndKnownShapes() throws IOException {
    withBench(
        (module, bench) -> {
          Map<String, ModelTensor> tensors = module.tensors();
          assertThat(tensors.keySet())
              .allSatisfy(name -> assertThat(name).matches("[\\w-]+(\\.[\\w-]+)*"));
          assertThat(tensors.values())
              .allSatisfy(
                  tensor ->
                      assertThat(LongStream.of(tensor.shape().getShape()))
                          .allMatch(size -> size > 0));
          assertThat(new HashSet<>(tensors.values())).hasSameSizeAs(tensors.values());
        });
  }

  @Test
  final void outputsAreFiniteAndOfTheStatedShapes() throws IOException {
    withBench(
        (module, bench) -> {
          for (int batch : new int[] {BATCH, OTHER_BATCH}) {
            List<Output> outputs = bench.evaluate(pass(module, batch));
            assertThat(outputs).extracting(Output::shape).isEqualTo(outputShapes(batch));
            assertThat(outputs).allMatch(Output::isFinite, "only finite values");
          }
        });
  }

  @Test
  final void everyTrainableParameterGetsAFiniteGradient() throws IOException {
    withBench(
        (module, bench) -> {
          assumeFalse(bench.state().trainable().isEmpty(), "there is nothing to train");
          bench
              .gradients((context, manager) -> objective(module, context, manager))
              .forEach(
                  (name, gradient) -> {
                    assertThat(gradient.isFinite()).as("gradient of %s is finite", name).isTrue();
                    assertThat(gradient.norm()).as("gradient of %s", name).isPositive();
                  });
        });
  }

  @Test
  final void gradientReachesTheInputs() throws IOException {
    withBench(
        (module, bench) ->
            assertThat(
                    bench.inputGradients(
                        (context, manager) -> Tries.inputs(manager, inputShapes(BATCH)),
                        (context, inputs) -> objective(module, context, inputs)))
                .allMatch(Output::isFinite, "only finite values")
                .anyMatch(gradient -> gradient.norm() > 0));
  }

  @Test
  final void evaluationRepeats() throws IOException {
    withBench(
        (module, bench) -> {
          List<Output> first = bench.evaluate(pass(module, BATCH));
          assertThat(bench.evaluate(pass(module, BATCH))).isEqualTo(first);
        });
  }

  @Test
  final void savedWeightsGiveTheSameBits() throws IOException {
    Path file = folder.resolve("weights" + Checkpoint.ENDING);
    withBench(
        (module, bench) -> {
          steps(bench, module, 1);
          CheckpointInfo info = new CheckpointInfo("{}", List.of(), 0, 0, Map.of(), Map.of());
          Checkpoint.write(
              file, info, bench.state().stateDict(), Map.of(), plugins().engine().files());
          List<Output> expected = bench.evaluate(pass(module, BATCH));
          assertThat(loaded(module, file)).isEqualTo(expected);
        });
  }

  private List<Output> loaded(M module, Path file) throws IOException {
    try (NetworkBench other = new NetworkBench(plugins().engine(), module, 1);
        Checkpoint checkpoint = Checkpoint.openWeights(file)) {
      checkpoint.loadInto(other.state(), plugins().engine().files());
      return other.evaluate(pass(module, BATCH));
    }
  }

  @Test
  final void stepsLeaveNoArraysBehind() throws IOException {
    withBench(
        (module, bench) -> {
          steps(bench, module, 1);
          int arrays = plugins().liveArrays();
          assertThat(steps(bench, module, STEPS)).allMatch(Double::isFinite);
          assertThat(plugins().liveArrays()).isEqualTo(arrays);
        });
  }

  /** A test of a network that has arrays. */
  @FunctionalInterface
  interface Trial<M> {
    void run(M module, NetworkBench bench) throws IOException;
  }
}
