package io.vertebra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GradientsTest {
  private final TorchRuntime runtime = Engines.runtime();
  private final Gradients gradients = new Gradients(runtime);
  private final NDManager manager = Engines.newManager();
  private final NDArray w = parameter(2, 3);
  private final NDArray v = parameter(5);
  private final TensorList parameters = TensorList.of(runtime, List.of(w, v));

  @AfterEach
  void close() {
    parameters.close();
    manager.close();
  }

  @Test
  void areThoseOfTheLoss() {
    NDArray loss = w.mul(w).sum().mul(v).sum();
    try (TensorList found = gradients.of(loss, parameters)) {
      assertThat(found.size()).isEqualTo(2);
      assertThat(found.get(manager, 0).toFloatArray()).containsExactly(20, 30);
      assertThat(found.get(manager, 1).toFloatArray()).containsExactly(13);
    }
  }

  @Test
  void doNotAddUpOverCalls() {
    for (int i = 0; i < 3; i++) {
      try (TensorList found = gradients.of(w.sum().mul(v).sum(), parameters)) {
        assertThat(found.get(manager, 1).toFloatArray()).containsExactly(5);
      }
    }
  }

  @Test
  void makeNoArrayForEachParameter() {
    NDArray loss = w.sum().mul(v).sum();
    int before = manager.getManagedArrays().size();
    gradients.of(loss, parameters).close();
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void lieInMemoryAsTheirParametersDo() {
    NDArray matrix = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
    matrix.setRequiresGradient(true);
    NDArray factors = manager.create(new float[] {10, 20, 30, 40, 50, 60}, new Shape(3, 2));
    NDArray loss = matrix.transpose(1, 0).mul(factors).sum();

    try (TensorList parameter = TensorList.of(runtime, List.of(matrix));
        TensorList found = gradients.orZero(loss, parameter);
        TensorList buffers = parameter.zerosLike()) {
      // The fused update walks through the memory of both at once.
      new FusedDescent(runtime, manager).update(parameter, found, buffers, 1, true);
    }

    assertThat(matrix.toFloatArray()).containsExactly(-9, -28, -47, -16, -35, -54);
  }

  @Test
  void refuseAParameterThatTheLossLeavesOut() {
    assertThatThrownBy(() -> gradients.of(w.sum(), parameters))
        .isInstanceOf(TorchException.class)
        .hasMessageStartingWith("gradients.grad failed: ")
        .hasMessageContaining("not have been used in the graph");
  }

  @Test
  void areZeroForAParameterThatTheLossLeavesOutIfAskedFor() {
    try (TensorList found = gradients.orZero(w.sum(), parameters)) {
      assertThat(found.get(manager, 0).toFloatArray()).containsExactly(1, 1);
      assertThat(found.get(manager, 1).toFloatArray()).containsExactly(0);
    }
  }

  @Test
  void haveOneNorm() {
    try (TensorList list = list(new float[] {3, 0}, new float[] {-4})) {
      assertThat(gradients.norm(manager, list, 2).getFloat()).isEqualTo(5);
      assertThat(gradients.norm(manager, list, 1).getFloat()).isEqualTo(7);
      assertThat(gradients.norm(manager, list, Double.POSITIVE_INFINITY).getFloat()).isEqualTo(4);
    }
  }

  @Test
  void haveNormZeroWhereThereAreNone() {
    try (TensorList none = TensorList.of(runtime, List.of())) {
      assertThat(gradients.norm(manager, none, 2).getFloat()).isZero();
      assertThat(gradients.clipNorm(manager, none, 1, 2).getFloat()).isZero();
      gradients.clipValue(none, 1);
    }
  }

  @Test
  void areScaledDownToTheLimit() {
    try (TensorList list = list(new float[] {3, 0}, new float[] {-4})) {
      assertThat(gradients.clipNorm(manager, list, 1, 2).getFloat()).isEqualTo(5);
      assertThat(list.get(manager, 0).getFloat(0)).isCloseTo(0.6f, within(1e-6f));
      assertThat(list.get(manager, 1).getFloat(0)).isCloseTo(-0.8f, within(1e-6f));
    }
  }

  @Test
  void areLeftAloneBelowTheLimit() {
    try (TensorList list = list(new float[] {3, 0}, new float[] {-4})) {
      gradients.clipNorm(manager, list, 6, 2);
      assertThat(list.get(manager, 1).toFloatArray()).containsExactly(-4);
    }
  }

  @Test
  void areLimitedByComponent() {
    try (TensorList list = list(new float[] {3, 0.5f}, new float[] {-4})) {
      gradients.clipValue(list, 1);
      assertThat(list.get(manager, 0).toFloatArray()).containsExactly(1, 0.5f);
      assertThat(list.get(manager, 1).toFloatArray()).containsExactly(-1);
    }
  }

  @Test
  void areNotClippedToALimitThatIsNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gradients.clipValue(parameters, 0))
        .withMessage("The limit is 0.0; it must be positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gradients.clipNorm(manager, parameters, Double.NaN, 2))
        .withMessageContaining("NaN");
  }

  @Test
  void areFiniteUntilOneValueIsNot() {
    try (TensorList finite = list(new float[] {3, 0}, new float[] {Float.MAX_VALUE});
        TensorList infinite = list(new float[] {3}, new float[] {1, Float.NEGATIVE_INFINITY});
        TensorList noNumber = list(new float[] {Float.NaN}, new float[] {1});
        TensorList none = TensorList.of(runtime, List.of())) {
      assertThat(gradients.areFinite(finite)).isTrue();
      assertThat(gradients.firstNotFinite(finite)).isEmpty();
      assertThat(gradients.areFinite(infinite)).isFalse();
      assertThat(gradients.firstNotFinite(infinite)).hasValue(1);
      assertThat(gradients.areFinite(noNumber)).isFalse();
      assertThat(gradients.firstNotFinite(noNumber)).hasValue(0);
      assertThat(gradients.areFinite(none)).isTrue();
    }
  }

  @Test
  void areBroughtToTheScaleOfTheLossAndLookedAt() {
    try (TensorList finite = list(new float[] {3, 0}, new float[] {-4});
        TensorList infinite = list(new float[] {3}, new float[] {Float.POSITIVE_INFINITY});
        TensorList none = TensorList.of(runtime, List.of())) {
      assertThat(gradients.unscale(finite, 0.5)).isTrue();
      assertThat(finite.get(manager, 0).toFloatArray()).containsExactly(1.5f, 0);
      assertThat(finite.get(manager, 1).toFloatArray()).containsExactly(-2);
      assertThat(gradients.unscale(infinite, 0.5)).isFalse();
      assertThat(gradients.unscale(none, 0.5)).isTrue();
    }
  }

  private NDArray parameter(float... values) {
    NDArray array = manager.create(values);
    array.setRequiresGradient(true);
    return array;
  }

  private TensorList list(float[] first, float[] second) {
    return TensorList.of(runtime, List.of(manager.create(first), manager.create(second)));
  }
}
