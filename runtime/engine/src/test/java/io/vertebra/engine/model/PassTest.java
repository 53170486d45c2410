package io.vertebra.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Buffer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Ops.BatchStatistics;
import io.vertebra.api.model.Parameter;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.fixture.Engines;
import org.junit.jupiter.api.Test;

final class PassTest {
  private final EngineServices services = Engines.services();

  @Test
  void estimatedStatisticsAreTheMeanOverBatches() {
    Norm norm = new Norm();
    try (ModelState state = ModelState.initialize(norm, services.runtime(), Device.cpu(), 1);
        NDManager scope = state.manager().newSubManager()) {
      float[][] batches = {{1, 3}, {4, 8}, {10, 10}};
      for (int i = 0; i < batches.length; i++) {
        NDArray input = scope.create(batches[i], new Shape(2, 1, 1, 1));
        norm.forward(Pass.estimating(services.ops(), state, 1.0 / (i + 1)), input);
      }
      // The means are 2, 6 and 10, the unbiased variances 2, 8 and 0.
      assertThat(state.get(norm.mean).getFloat(0)).isCloseTo(6f, within(1e-5f));
      assertThat(state.get(norm.variance).getFloat(0)).isCloseTo(10f / 3, within(1e-5f));
    }
  }

  /** A batch norm of one channel. */
  private static final class Norm extends Module {
    private final Parameter weight = addParameter("weight", new Shape(1), Distribution.ones());
    private final Parameter bias = addParameter("bias", new Shape(1), Distribution.zeros());
    private final Buffer mean =
        addBuffer("mean", new Shape(1), DataType.FLOAT32, Distribution.zeros());
    private final Buffer variance =
        addBuffer("variance", new Shape(1), DataType.FLOAT32, Distribution.ones());
    private final Buffer batches =
        addBuffer("batches", new Shape(), DataType.INT64, Distribution.zeros());

    NDArray forward(Context context, NDArray input) {
      BatchStatistics statistics =
          new BatchStatistics(
              context.get(mean),
              context.get(variance),
              context.get(batches),
              context.training(),
              context.normMomentum(0.1),
              1e-5);
      return context.ops().batchNorm(input, context.get(weight), context.get(bias), statistics);
    }
  }
}
