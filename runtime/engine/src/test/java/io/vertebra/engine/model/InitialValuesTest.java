package io.vertebra.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Module;
import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.torch.TorchSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InitialValuesTest {
  private static final int SIZE = 100_000;

  private final TorchRuntime runtime = TorchRuntime.start(TorchSettings.defaults());

  private void withValues(Distribution distribution, Check check) {
    try (ModelState state =
        ModelState.initialize(new Weights(distribution), runtime, Device.cpu(), 7)) {
      check.of(state.parameters().get("weight"));
    }
  }

  @Test
  void truncatedNormalStaysWithinItsBounds() {
    withValues(
        new Distribution.TruncatedNormal(1, 2, 0, 3),
        values -> {
          assertThat(values.min().getFloat()).isBetween(0f, 0.01f);
          assertThat(values.max().getFloat()).isBetween(2.99f, 3f);
          // Mean and deviation of a normal distribution cut at -0.5 and 1 deviations.
          assertThat(values.mean().getFloat()).isCloseTo(1.4133f, within(0.02f));
          assertThat(deviation(values)).isCloseTo(0.8313, within(0.02));
        });
  }

  @Test
  void boundsFarOutLeaveTheNormalDistributionAsItIs() {
    withValues(
        Distribution.truncatedNormal(0.02),
        values -> {
          assertThat(values.abs().max().getFloat()).isBetween(0.07f, 0.13f);
          assertThat(values.mean().getFloat()).isCloseTo(0, within(3e-4f));
          assertThat(deviation(values)).isCloseTo(0.02, within(2e-4));
        });
  }

  @Test
  void xavierUniformFillsItsBounds() {
    withValues(
        Distribution.xavierUniform(2, 4),
        values -> {
          assertThat(values.min().getFloat()).isBetween(-1f, -0.99f);
          assertThat(values.max().getFloat()).isBetween(0.99f, 1f);
        });
  }

  @Test
  void whatIsLoadedAnywayIsNotDrawnButTablesAndConstantsAreThere() {
    Distribution table = new Distribution.Computed(place -> 2.0 * place);
    for (Distribution initial :
        List.of(Distribution.truncatedNormal(1), Distribution.ones(), table)) {
      try (ModelState state = ModelState.undrawn(new Weights(initial), runtime, Device.cpu())) {
        NDArray values = state.parameters().get("weight");
        float expected = initial.equals(table) ? 6 : initial.equals(Distribution.ones()) ? 1 : 0;
        assertThat(values.flatten().getFloat(3)).isEqualTo(expected);
        assertThat(values.hasGradient()).isTrue();
      }
    }
  }

  @Test
  void boundsThatHoldNothingAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Distribution.TruncatedNormal(0, 1, 2, 2))
        .withMessageContaining("low 2.0 and high 2.0");
  }

  private static double deviation(NDArray values) {
    return Math.sqrt(values.sub(values.mean()).square().mean().getFloat());
  }

  @FunctionalInterface
  private interface Check {
    void of(NDArray values);
  }

  private static final class Weights extends Module {
    Weights(Distribution distribution) {
      addParameter("weight", new Shape(SIZE), distribution);
    }
  }
}
