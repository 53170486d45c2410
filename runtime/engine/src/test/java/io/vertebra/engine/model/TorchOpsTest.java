package io.vertebra.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Ops.BatchStatistics;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.engine.torch.Gradients;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.torch.TorchSettings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TorchOpsTest {
  private final TorchRuntime runtime = TorchRuntime.start(TorchSettings.defaults());
  private final NDManager manager = runtime.newManager(Device.cpu());
  private final TorchOps ops = new TorchOps(runtime);

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray row(float... values) {
    return manager.create(values, new Shape(1, 1, 1, values.length));
  }

  private static PoolSettings pairs(boolean ceilMode) {
    return new PoolSettings(new IntPair(1, 2), new IntPair(1, 2), IntPair.of(0), ceilMode);
  }

  @Test
  void poolsDropOrKeepTheLastPartOfAWindow() {
    NDArray input = row(1, 3, 5);

    assertThat(ops.maxPool2d(input, pairs(false)).toFloatArray()).containsExactly(3);
    assertThat(ops.maxPool2d(input, pairs(true)).toFloatArray()).containsExactly(3, 5);
    assertThat(ops.avgPool2d(input, pairs(false), false).toFloatArray()).containsExactly(2);
    assertThat(ops.avgPool2d(input, pairs(true), false).toFloatArray()).containsExactly(2, 5);
  }

  @Test
  void meansCountPaddingWhereTold() {
    PoolSettings padded =
        new PoolSettings(new IntPair(1, 2), new IntPair(1, 2), new IntPair(0, 1), false);

    assertThat(ops.avgPool2d(row(4, 2), padded, true).toFloatArray()).containsExactly(2, 1);
    assertThat(ops.avgPool2d(row(4, 2), padded, false).toFloatArray()).containsExactly(4, 2);
  }

  @Test
  void globalMeanDropsThePositions() {
    NDArray output = ops.globalAvgPool2d(manager.arange(16f).reshape(2, 2, 2, 2));

    assertThat(output.getShape()).isEqualTo(new Shape(2, 2));
    assertThat(output.toFloatArray()).containsExactly(1.5f, 5.5f, 9.5f, 13.5f);
  }

  @Test
  void batchNormUpdatesItsStatisticsInTrainingOnly() {
    NDArray mean = manager.zeros(new Shape(1));
    NDArray variance = manager.ones(new Shape(1));
    NDArray batches = manager.zeros(new Shape(), DataType.INT64);
    NDArray one = manager.ones(new Shape(1));
    NDArray zero = manager.zeros(new Shape(1));

    NDArray still =
        ops.batchNorm(
            row(1, 3), one, zero, new BatchStatistics(mean, variance, batches, false, 0.1, 0));
    assertThat(still.toFloatArray()).containsExactly(1, 3);
    assertThat(batches.getLong()).isZero();

    NDArray trained =
        ops.batchNorm(
            row(1, 3), one, zero, new BatchStatistics(mean, variance, batches, true, 0.1, 0));
    assertThat(trained.toFloatArray()).containsExactly(-1, 1);
    assertThat(mean.getFloat()).isCloseTo(0.2f, within(1e-6f));
    // The variance of the update is the unbiased one: 2.
    assertThat(variance.getFloat()).isCloseTo(1.1f, within(1e-6f));
    assertThat(batches.getLong()).isEqualTo(1);
  }

  @Test
  void dropPathDropsOrScalesWholeSamplesAndKeepsTheGradient() {
    runtime.seed(3);
    NDArray input = manager.ones(new Shape(400, 2, 1, 1));
    input.setRequiresGradient(true);

    NDArray output = ops.dropPath(input, 0.2);
    float[] values = output.toFloatArray();

    assertThat(output.getShape()).isEqualTo(input.getShape());
    for (int i = 0; i < values.length; i += 2) {
      assertThat(values[i]).isEqualTo(values[i + 1]).isIn(0f, 1.25f);
    }
    assertThat(output.mean().getFloat()).isCloseTo(1, within(0.1f));
    try (TensorList inputs = TensorList.of(runtime, List.of(input));
        TensorList gradients = new Gradients(runtime).of(output.sum(), inputs)) {
      assertThat(gradients.get(manager, 0).toFloatArray()).containsExactly(values);
    }
  }
}
