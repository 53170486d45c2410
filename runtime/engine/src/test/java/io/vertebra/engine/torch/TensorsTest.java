package io.vertebra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TensorsTest {
  private final TorchRuntime runtime = Engines.runtime();
  private final Tensors tensors = new Tensors(runtime);
  private final NDManager manager = Engines.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void copiesIntoAParameterInPlace() {
    NDArray parameter = manager.create(new float[] {1, 2});
    parameter.setRequiresGradient(true);
    try (TensorList same = TensorList.of(runtime, List.of(parameter))) {
      tensors.copy(manager.create(new double[] {3, 4}), parameter);
      assertThat(same.get(manager, 0).toFloatArray()).containsExactly(3, 4);
    }
    assertThat(parameter.hasGradient()).isTrue();
    assertThat(parameter.getDataType()).isEqualTo(DataType.FLOAT32);
  }

  @Test
  void refusesToCopyAnotherShape() {
    NDArray target = manager.create(new float[] {1, 2});
    assertThatThrownBy(() -> tensors.copy(manager.create(new float[3]), target))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("must match the size of tensor");
  }

  @Test
  void detachesWithoutACopy() {
    NDArray parameter = manager.create(new float[] {1, 2});
    parameter.setRequiresGradient(true);
    NDArray detached = tensors.detach(manager, parameter);
    assertThat(detached.hasGradient()).isFalse();
    tensors.copy(manager.create(new float[] {5, 6}), detached);
    assertThat(parameter.toFloatArray()).containsExactly(5, 6);
  }

  @ParameterizedTest
  @EnumSource(
      value = ScalarType.class,
      names = {"FLOAT16", "BFLOAT16", "FLOAT64"})
  void convertsWithoutCuttingTheGraph(ScalarType type) {
    NDArray x = manager.create(new float[] {1, 2});
    x.setRequiresGradient(true);
    NDArray converted = tensors.toType(manager, x.mul(2), type);
    assertThat(tensors.typeOf(converted)).isEqualTo(type);
    NDArray loss = tensors.toType(manager, converted, ScalarType.FLOAT32).sum();
    try (TensorList parameters = TensorList.of(runtime, List.of(x));
        TensorList gradients = new Gradients(runtime).of(loss, parameters)) {
      assertThat(gradients.get(manager, 0).toFloatArray()).containsExactly(2, 2);
    }
  }

  @Test
  void convertsAlikeHoweverOftenItIsCalled() {
    for (int i = 1; i < 20; i++) {
      NDArray x = manager.ones(new Shape(i % 3 + 1));
      x.setRequiresGradient(i % 4 != 0);
      GradMode mode = i % 5 == 0 ? GradMode.OFF : GradMode.ON;
      NDArray y = mode.get(() -> tensors.toType(manager, x, ScalarType.FLOAT64));
      boolean recorded = i % 4 != 0 && i % 5 != 0;
      assertThat(requiresGradient(y)).isEqualTo(recorded);
    }
  }

  private boolean requiresGradient(NDArray array) {
    String source =
        """
        def requires_gradient(self, x: Tensor) -> bool:
          return ops.prim.requires_grad(x)
        """;
    TorchModule module = runtime.compile(manager, "Test", source);
    return module.function("requires_gradient").test(array);
  }

  @Test
  void laysElementsOutInOrder() {
    NDArray transposed = manager.create(new float[][] {{1, 2}, {3, 4}}).transpose();
    NDArray host = tensors.onHost(manager, transposed);
    assertThat(host.toByteBuffer(true).asFloatBuffer().get(1)).isEqualTo(3);
  }

  @Test
  void readsABuffer() {
    ByteBuffer data = ByteBuffer.allocateDirect(10).order(ByteOrder.nativeOrder()).position(2);
    data.asShortBuffer().put(new short[] {0x3F80, 0x4000, 0x4040, 0x4080});
    NDArray read = tensors.fromBytes(manager, data, ScalarType.BFLOAT16, new Shape(2, 2));
    assertThat(read.getShape()).isEqualTo(new Shape(2, 2));
    assertThat(tensors.toType(manager, read, ScalarType.FLOAT32).toFloatArray())
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void readsSingleNumbersAndNone() {
    ByteBuffer data = ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder()).putLong(0, 7);
    NDArray single = tensors.fromBytes(manager, data, ScalarType.INT64, new Shape());
    assertThat(single.getLong()).isEqualTo(7);
    NDArray none =
        tensors.fromBytes(
            manager, ByteBuffer.allocateDirect(0), ScalarType.FLOAT32, new Shape(0, 3));
    assertThat(none.getShape()).isEqualTo(new Shape(0, 3));
  }

  @Test
  void refusesABufferThatDoesNotFit() {
    ByteBuffer data = ByteBuffer.allocateDirect(8);
    assertThatThrownBy(() -> tensors.fromBytes(manager, data, ScalarType.FLOAT32, new Shape(3)))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("shape '[3]' is invalid");
  }

  @Test
  void refusesABufferOnTheHeap() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                tensors.fromBytes(manager, ByteBuffer.allocate(4), ScalarType.INT32, new Shape(1)))
        .withMessageContaining("not direct");
  }
}
