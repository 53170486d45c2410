package io.vertebra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TensorListTest {
  private final TorchRuntime runtime = Engines.runtime();
  private final NDManager manager = Engines.newManager();
  private final NDArray a = manager.create(new float[] {1, 2});
  private final NDArray b = manager.create(new float[] {3});
  private final TensorList list = TensorList.of(runtime, List.of(a, b));

  @AfterEach
  void close() {
    list.close();
    manager.close();
  }

  @Test
  void sharesTheMemoryOfItsArrays() {
    list.get(manager, 0).addi(10);
    assertThat(a.toFloatArray()).containsExactly(11, 12);
  }

  @Test
  void outlivesItsArrays() {
    b.close();
    assertThat(list.size()).isEqualTo(2);
    assertThat(list.get(manager, 1).toFloatArray()).containsExactly(3);
  }

  @Test
  void makesZerosOfTheSameShapes() {
    a.setRequiresGradient(true);
    try (TensorList zeros = list.zerosLike()) {
      assertThat(zeros.get(manager, 0).toFloatArray()).containsExactly(0, 0);
      assertThat(zeros.get(manager, 0).hasGradient()).isFalse();
    }
  }

  @Test
  void copiesValuesFromAnother() {
    a.setRequiresGradient(true);
    NDArray c = manager.create(new float[] {7, 8});
    NDArray d = manager.create(new float[] {9});
    try (TensorList source = TensorList.of(runtime, List.of(c, d))) {
      list.copyFrom(source);
    }
    assertThat(a.toFloatArray()).containsExactly(7, 8);
    assertThat(b.toFloatArray()).containsExactly(9);
  }

  @Test
  void mayBeEmpty() {
    try (TensorList empty = TensorList.of(runtime, List.of());
        TensorList zeros = empty.zerosLike()) {
      assertThat(empty.size()).isZero();
      assertThat(zeros.size()).isZero();
    }
  }

  @Test
  void refusesAPositionThatItDoesNotHave() {
    assertThatThrownBy(() -> list.get(manager, 2))
        .isInstanceOf(TorchException.class)
        .hasMessageStartingWith("lists.item failed: list index out of range");
  }

  @Test
  void refusesUseAfterClose() {
    list.close();
    assertThatIllegalStateException().isThrownBy(list::size).withMessageContaining("released");
  }
}
