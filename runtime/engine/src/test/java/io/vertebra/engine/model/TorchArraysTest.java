package io.vertebra.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.ArrayOps;
import io.vertebra.engine.torch.Gradients;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchException;
import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.torch.TorchSettings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TorchArraysTest {
  private final TorchRuntime runtime = TorchRuntime.start(TorchSettings.defaults());
  private final NDManager manager = runtime.newManager(Device.cpu());
  private final ArrayOps ops = new TorchOps(runtime);

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray channels(float... values) {
    return manager.create(values, new Shape(1, values.length, 1, 1));
  }

  @Test
  void joinsAndCutsAlongAnAxis() {
    NDArray joined = ops.concat(List.of(channels(1, 2), channels(3), channels(4, 5)), 1);

    assertThat(joined.getShape()).isEqualTo(new Shape(1, 5, 1, 1));
    assertThat(joined.toFloatArray()).containsExactly(1, 2, 3, 4, 5);

    List<NDArray> pieces = ops.split(joined, List.of(2, 3), 1);
    assertThat(pieces)
        .extracting(NDArray::toFloatArray)
        .containsExactly(new float[] {1, 2}, new float[] {3, 4, 5});
  }

  @Test
  void piecesMustSumToTheWhole() {
    assertThatThrownBy(() -> ops.split(channels(1, 2, 3), List.of(1, 1), 1))
        .isInstanceOf(TorchException.class);
  }

  @Test
  void gradientsPassThroughPieces() {
    NDArray input = channels(1, 2, 3);
    input.setRequiresGradient(true);
    List<NDArray> pieces = ops.split(input, List.of(1, 2), 1);
    NDArray loss = ops.concat(List.of(pieces.get(1), pieces.get(1)), 1).sum();

    try (TensorList inputs = TensorList.of(runtime, List.of(input));
        TensorList gradients = new Gradients(runtime).of(loss, inputs)) {
      assertThat(gradients.get(manager, 0).toFloatArray()).containsExactly(0, 2, 2);
    }
  }

  @Test
  void shufflesChannelsOfGroups() {
    NDArray shuffled = ops.channelShuffle(channels(0, 1, 2, 3, 4, 5), 2);

    assertThat(shuffled.getShape()).isEqualTo(new Shape(1, 6, 1, 1));
    assertThat(shuffled.toFloatArray()).containsExactly(0, 3, 1, 4, 2, 5);
  }

  @Test
  void rollsAxes() {
    NDArray map = manager.arange(6f).reshape(2, 3);

    assertThat(ops.roll(map, List.of(1, -1), List.of(0, 1)).toFloatArray())
        .containsExactly(4, 5, 3, 1, 2, 0);
  }

  @Test
  void selectsRowsAsOftenAsTold() {
    NDArray table = manager.arange(6f).reshape(3, 2);

    NDArray rows = ops.selectRows(table, manager.create(new long[] {2, 0, 2}));

    assertThat(rows.getShape()).isEqualTo(new Shape(3, 2));
    assertThat(rows.toFloatArray()).containsExactly(4, 5, 0, 1, 4, 5);
  }

  @Test
  void normalizesAlongAnAxisAndLeavesZerosAlone() {
    NDArray rows = manager.create(new float[][] {{3, 4}, {0, 0}});

    assertThat(ops.normalize(rows, -1).toFloatArray())
        .containsExactly(new float[] {0.6f, 0.8f, 0, 0}, within(1e-6f));
  }

  @Test
  void multipliesMatricesOfBatches() {
    NDArray left = manager.arange(4f).reshape(2, 1, 2);
    NDArray right = manager.create(new float[][] {{1, 2}, {3, 4}});

    NDArray product = ops.matmul(left, right);

    assertThat(product.getShape()).isEqualTo(new Shape(2, 1, 2));
    assertThat(product.toFloatArray()).containsExactly(3, 4, 11, 16);
  }
}
