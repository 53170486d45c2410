package io.vertebra.docs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Backbone;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.model.Pass;
import io.vertebra.engine.torch.GradMode;
import io.vertebra.engine.torch.Gradients;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.train.StepScope;
import io.vertebra.testkit.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A backbone with new arrays, which it owns. */
final class NetworkTrial implements AutoCloseable {
  private static final int BATCH = 2;

  private final EngineServices engine;
  private final Backbone backbone;
  private final ModelState state;

  NetworkTrial(EngineServices engine, Backbone backbone) {
    this.engine = engine;
    this.backbone = backbone;
    this.state = ModelState.initialize(backbone, engine.runtime(), engine.device(), 0);
  }

  /** The features of two images of a seeded generator, in evaluation mode. */
  List<Output> features(int channels, int side) {
    return GradMode.OFF.get(
        () -> {
          try (StepScope scope = new StepScope(state.manager())) {
            return forward(scope.manager(), channels, side, /* training= */ false).stream()
                .map(Output::of)
                .toList();
          }
        });
  }

  /** The place of the first trainable parameter whose gradient is not finite. */
  OptionalInt firstGradientNotFinite(int channels, int side) {
    Gradients gradients = new Gradients(engine.runtime());
    try (StepScope scope = new StepScope(state.manager());
        TensorList parameters = TensorList.of(engine.runtime(), state.trainable().values());
        TensorList found =
            gradients.orZero(
                meanSquare(forward(scope.manager(), channels, side, /* training= */ true)),
                parameters)) {
      return gradients.firstNotFinite(found);
    }
  }

  private List<NDArray> forward(NDManager manager, int channels, int side, boolean training) {
    engine.runtime().seed(1);
    NDArray images = manager.randomNormal(new Shape(BATCH, channels, side, side));
    return backbone.forward(new Pass(engine.ops(), state, training), images);
  }

  private static NDArray meanSquare(List<NDArray> features) {
    return features.stream()
        .map(feature -> feature.mul(feature).mean())
        .reduce(NDArray::add)
        .orElseThrow();
  }

  void save(Path file) throws IOException {
    CheckpointInfo info = new CheckpointInfo("", List.of(), 0, 0, Map.of(), Map.of());
    Checkpoint.write(file, info, state.stateDict(), Map.of(), engine.files());
  }

  void load(Path file) throws IOException {
    try (Checkpoint checkpoint = Checkpoint.openWeights(file)) {
      checkpoint.loadInto(state, engine.files());
    }
  }

  @Override
  public void close() {
    state.close();
  }
}
