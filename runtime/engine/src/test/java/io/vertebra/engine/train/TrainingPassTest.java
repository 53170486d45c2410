package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Buffer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.BatchStatistics;
import io.vertebra.api.model.Parameter;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.fixture.Engines;
import io.vertebra.engine.fixture.ToyAlgorithm;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.model.Precision;
import io.vertebra.engine.torch.TensorList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainingPassTest {
  private static final int FEATURES = 6;

  private final EngineServices services = Engines.services();

  @ParameterizedTest
  @CsvSource({"FLOAT32, 1e-5", "BFLOAT16, 2e-2"})
  void gradientsAndStatisticsAreThoseOfAPassThatKeepsAll(Precision precision, double tolerance) {
    requireSame(precision, tolerance, Set.of());
  }

  @Test
  void frozenLayersBeforeDoNotChangeThat() {
    Set<String> frozen = Set.of("stem", "first.weight", "first.scale", "first.shift");

    requireSame(Precision.FLOAT32, 1e-5, frozen);
  }

  @Test
  void aLayerThatIsNotTrainedPassesGradientsOn() {
    Set<String> frozen = Set.of("second.weight", "second.scale", "second.shift");

    requireSame(Precision.FLOAT32, 1e-5, frozen);
  }

  /** Gradients of several uses are added up in another order, so the last bits differ. */
  private void requireSame(Precision precision, double tolerance, Set<String> frozen) {
    Map<String, float[]> kept = afterPass(new Tower(false, 0), precision, frozen);
    Map<String, float[]> recomputed = afterPass(new Tower(true, 0), precision, frozen);

    assertThat(recomputed).containsOnlyKeys(kept.keySet());
    kept.forEach(
        (name, values) ->
            assertThat(recomputed.get(name))
                .as(name)
                .usingComparatorWithPrecision((float) tolerance)
                .containsExactly(values));
    assertThat(kept.get("first.batches")).containsExactly(1);
    assertThat(kept.get("gradient of head")).doesNotContain(0);
  }

  @Test
  void arraysMayBeClosedOnceTheyAreUsed() {
    Tower network = new Tower(true, 0);
    try (ModelState state = initialize(network);
        StepScope step = new StepScope(state.manager());
        TensorList parameters = TensorList.of(services.runtime(), state.trainable().values())) {
      TrainingPass pass = new TrainingPass(services.runtime(), learner(network, state).pass(), 5);
      NDArray loss;
      try (StepScope forward = new StepScope(step.manager())) {
        NDArray input = forward.manager().ones(new Shape(4, FEATURES));
        NDArray low = pass.recompute(network.first, input);
        input.close();
        NDArray high = pass.recompute(network.second, low);
        low.close();
        loss = high.square().mean();
        high.close();
        forward.hand(loss, step);
        pass.kept().forEach(array -> forward.hand(array, step));
      }
      try (TensorList found = pass.gradients(loss, parameters)) {
        assertThat(found.size()).isEqualTo(state.trainable().size());
      }
    }
  }

  @Test
  void theWayBackDropsWhatTheWayForthDropped() {
    Dropping network = new Dropping();
    try (ModelState state = initialize(network);
        StepScope scope = new StepScope(state.manager());
        TensorList weights = TensorList.of(services.runtime(), state.trainable().values())) {
      services.runtime().seed(3);
      TrainingPass pass = new TrainingPass(services.runtime(), learner(network, state).pass(), 3);
      NDArray ones = scope.manager().ones(new Shape(1, 64));
      NDArray first = pass.recompute(network.layer, ones);
      // What is drawn in between must not matter.
      NDArray other = pass.recompute(network.layer, ones);
      try (TensorList found = pass.gradients(first.sum().add(other.sum().mul(0)), weights)) {
        float[] gradient = found.get(scope.manager(), 0).toFloatArray();
        assertThat(gradient).isEqualTo(first.toFloatArray()).contains(0f, 2f);
        assertThat(gradient).isNotEqualTo(other.toFloatArray());
      }
    }
  }

  @Test
  void nothingIsLeftBehind() {
    Tower network = new Tower(true, 0.2);
    try (ModelState state = initialize(network)) {
      int before = arrays(state.manager());
      gradients(network, state, Precision.FLOAT32);

      assertThat(arrays(state.manager())).isEqualTo(before);
    }
  }

  private static int arrays(NDManager manager) {
    return ((PtNDManager) manager).getManagedArrays().size();
  }

  private ModelState initialize(Algorithm network) {
    return ModelState.initialize(network, services.runtime(), Device.cpu(), 1);
  }

  private Learner learner(Algorithm network, ModelState state) {
    return new Learner(network, new ToyAlgorithm.Preprocessor(), state, services.ops());
  }

  /** The gradients of a pass, and all buffers after it. */
  private Map<String, float[]> afterPass(Tower network, Precision precision, Set<String> frozen) {
    network
        .parameters()
        .forEach((name, parameter) -> parameter.setTrainable(!frozen.contains(name)));
    try (ModelState state = initialize(network)) {
      Map<String, float[]> result = gradients(network, state, precision);
      state
          .stateDict()
          .forEach(
              (name, array) -> result.put(name, services.ops().toFloat32(array).toFloatArray()));
      return result;
    }
  }

  private Map<String, float[]> gradients(Tower network, ModelState state, Precision precision) {
    Map<String, float[]> gradients = new LinkedHashMap<>();
    Map<String, NDArray> trained = state.trainable();
    try (StepScope scope = new StepScope(state.manager());
        TensorList parameters = TensorList.of(services.runtime(), trained.values())) {
      Learner learner =
          new Learner(network, new ToyAlgorithm.Preprocessor(), state, services.ops(precision));
      TrainingPass pass = new TrainingPass(services.runtime(), learner.pass(), 5);
      NDArray input = scope.manager().arange(4f * FEATURES).reshape(4, FEATURES).div(10);
      NDArray loss = services.ops().toFloat32(network.output(pass, input)).square().mean();
      try (TensorList found = pass.gradients(loss, parameters)) {
        int index = 0;
        for (String name : trained.keySet()) {
          float[] values = found.get(scope.manager(), index++).toFloatArray();
          gradients.put("gradient of " + name, values);
        }
      }
    }
    return gradients;
  }

  /** A map, then two layers of which the loss sees both. */
  private static final class Tower extends Algorithm {
    private final Parameter stem =
        addParameter("stem", new Shape(FEATURES, FEATURES), Distribution.fanInUniform(FEATURES));
    private final Parameter head =
        addParameter("head", new Shape(1, FEATURES), Distribution.fanInUniform(FEATURES));
    private final Block first;
    private final Block second;
    private final boolean recomputes;

    Tower(boolean recomputes, double dropRate) {
      this.recomputes = recomputes;
      this.first = addModule("first", new Block(dropRate));
      this.second = addModule("second", new Block(dropRate));
    }

    NDArray output(Context context, NDArray input) {
      NDArray stemmed = context.ops().linear(input, context.get(stem), null);
      NDArray low = run(context, first, context.ops().relu(stemmed));
      NDArray between = low.tanh();
      NDArray high = run(context, second, between).add(between).add(low);
      return context.ops().linear(high, context.get(head), null);
    }

    private NDArray run(Context context, Layer layer, NDArray input) {
      return recomputes ? context.recompute(layer, input) : layer.forward(context, input);
    }

    @Override
    public Map<String, NDArray> loss(Context context, Batch batch) {
      throw new IllegalStateException("not used");
    }

    @Override
    public NDArray scores(Context context, NDArray images) {
      throw new IllegalStateException("not used");
    }
  }

  /** A map, a batch norm and a dropout. */
  private static final class Block extends Layer {
    private static final Shape SHAPE = new Shape(FEATURES);

    private final Parameter weight =
        addParameter("weight", new Shape(FEATURES, FEATURES), Distribution.fanInUniform(FEATURES));
    private final Parameter scale = addParameter("scale", SHAPE, Distribution.ones());
    private final Parameter shift = addParameter("shift", SHAPE, Distribution.zeros());
    private final Buffer mean = addBuffer("mean", SHAPE, DataType.FLOAT32, Distribution.zeros());
    private final Buffer variance =
        addBuffer("variance", SHAPE, DataType.FLOAT32, Distribution.ones());
    private final Buffer batches =
        addBuffer("batches", new Shape(), DataType.INT64, Distribution.zeros());
    private final double dropRate;

    Block(double dropRate) {
      this.dropRate = dropRate;
    }

    @Override
    public NDArray forward(Context context, NDArray input) {
      NDArray mapped = context.ops().linear(input, context.get(weight), null);
      BatchStatistics statistics =
          new BatchStatistics(
              context.get(mean),
              context.get(variance),
              context.get(batches),
              context.training(),
              context.normMomentum(0.1),
              1e-5);
      NDArray normed =
          context.ops().batchNorm(mapped, context.get(scale), context.get(shift), statistics);
      return dropRate > 0 ? context.ops().dropout(normed, dropRate) : normed;
    }
  }

  /** Drops half of its weights. */
  private static final class Dropping extends Algorithm {
    private final Layer layer = addModule("layer", new Half());

    @Override
    public Map<String, NDArray> loss(Context context, Batch batch) {
      throw new IllegalStateException("not used");
    }

    @Override
    public NDArray scores(Context context, NDArray images) {
      throw new IllegalStateException("not used");
    }
  }

  /** Multiplies by ones, and drops half. */
  private static final class Half extends Layer {
    private final Parameter weight = addParameter("weight", new Shape(64), Distribution.ones());

    @Override
    public NDArray forward(Context context, NDArray input) {
      return context.ops().dropout(input.mul(context.get(weight)), 0.5);
    }
  }
}
