package io.vertebra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FusedSgdTest {
  private static final double[][] GRADIENTS = {{0.5, -1.0, 2.0}, {0.25, 1.5, -3.0}, {-1, 0, 0.1}};

  private final TorchRuntime runtime = Engines.runtime();
  private final FusedSgd sgd = new FusedSgd(runtime);
  private final NDManager manager = Engines.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  static List<SgdOptions> options() {
    return List.of(
        SgdOptions.plain(0.1),
        new SgdOptions(0.1, 0, 0, 0.01, false, false),
        new SgdOptions(0.1, 0.9, 0, 0, false, false),
        new SgdOptions(0.1, 0.9, 0.5, 0.01, false, false),
        new SgdOptions(0.1, 0.9, 0, 0.01, true, false),
        new SgdOptions(0.1, 0.9, 0, 0.01, false, true));
  }

  @ParameterizedTest
  @MethodSource("options")
  void followsTheRuleOverThreeSteps(SgdOptions options) {
    NDArray parameter = manager.create(new float[] {1, 2, 3});
    parameter.setRequiresGradient(true);
    double[] expected = {1, 2, 3};
    double[] momentum = new double[3];
    try (TensorList parameters = TensorList.of(runtime, List.of(parameter));
        TensorList buffers = buffers(parameters, options)) {
      for (int step = 0; step < GRADIENTS.length; step++) {
        update(parameters, buffers, options, step);
        descend(expected, momentum, options, step);
      }
    }
    for (int i = 0; i < expected.length; i++) {
      assertThat(parameter.getFloat(i)).isCloseTo((float) expected[i], within(1e-5f));
    }
  }

  @Test
  void updatesEveryTensorOfTheGroup() {
    NDArray a = manager.create(new float[] {1});
    NDArray b = manager.create(new float[][] {{1, 2}, {3, 4}});
    try (TensorList parameters = TensorList.of(runtime, List.of(a, b));
        TensorList gradients = TensorList.of(runtime, List.of(a.onesLike(), b.onesLike().mul(2)));
        TensorList none = TensorList.of(runtime, List.of())) {
      sgd.update(parameters, gradients, none, SgdOptions.plain(0.5), true);
    }
    assertThat(a.toFloatArray()).containsExactly(0.5f);
    assertThat(b.toFloatArray()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SgdOptions.plain(-1))
        .withMessage("lr is -1.0; it must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SgdOptions(0.1, 0, 0, 0, true, false))
        .withMessageContaining("nesterov needs a momentum above 0");
  }

  private TensorList buffers(TensorList parameters, SgdOptions options) {
    return options.momentum() == 0 ? TensorList.of(runtime, List.of()) : parameters.zerosLike();
  }

  private void update(TensorList parameters, TensorList buffers, SgdOptions options, int step) {
    float[] values = new float[3];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) GRADIENTS[step][i];
    }
    try (TensorList gradients = TensorList.of(runtime, List.of(manager.create(values)))) {
      sgd.update(parameters, gradients, buffers, options, step == 0);
    }
  }

  /** Does one step of the algorithm in the documentation of torch.optim.SGD. */
  private static void descend(double[] x, double[] buffer, SgdOptions options, int step) {
    for (int i = 0; i < x.length; i++) {
      double g = (options.maximize() ? -1 : 1) * GRADIENTS[step][i] + options.weightDecay() * x[i];
      if (options.momentum() != 0) {
        buffer[i] = step == 0 ? g : options.momentum() * buffer[i] + (1 - options.dampening()) * g;
        g = options.nesterov() ? g + options.momentum() * buffer[i] : buffer[i];
      }
      x[i] -= options.lr() * g;
    }
  }
}
