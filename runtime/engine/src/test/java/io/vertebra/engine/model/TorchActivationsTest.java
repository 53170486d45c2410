package io.vertebra.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.ActivationOps;
import io.vertebra.engine.torch.ScalarType;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.torch.TorchSettings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TorchActivationsTest {
  private final TorchRuntime runtime = TorchRuntime.start(TorchSettings.defaults());
  private final NDManager manager = runtime.newManager(Device.cpu());
  private final ActivationOps ops = new TorchOps(runtime);
  private final NDArray input = manager.create(new float[] {-4, -1, 0, 2, 7});

  @AfterEach
  void close() {
    manager.close();
  }

  private static void check(NDArray output, double... expected) {
    float[] values = new float[expected.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) expected[i];
    }
    assertThat(output.toFloatArray()).containsExactly(values, within(1e-5f));
  }

  @Test
  void sigmoidsAndSwishes() {
    check(ops.sigmoid(input), 0.0179862, 0.2689414, 0.5, 0.8807971, 0.9990889);
    check(ops.silu(input), -0.0719448, -0.2689414, 0, 1.7615942, 6.9936225);
    check(ops.hardSwish(input), 0, -1 / 3.0, 0, 5 / 3.0, 7);
    check(ops.mish(input), -0.0725917, -0.3034015, 0, 1.9439590, 6.9999886);
  }

  @Test
  void rectifiers() {
    check(ops.relu6(input), 0, 0, 0, 2, 6);
    check(ops.leakyRelu(input, 0.1), -0.4, -0.1, 0, 2, 7);
    check(ops.elu(input, 2), -1.9633687, -1.2642411, 0, 2, 7);
    check(ops.clamp(input, -1, 1), -1, -1, 0, 1, 1);
  }

  @Test
  void randomSlopesLieBetweenTheirBounds() {
    float[] output = ops.randomLeakyRelu(input, 0.25, 0.5).toFloatArray();

    assertThat(output[0]).isBetween(-2f, -1f);
    assertThat(output[1]).isBetween(-0.5f, -0.25f);
    assertThat(output[1] / output[0]).isNotEqualTo(0.25f);
    assertThat(output).endsWith(0, 2, 7);
  }

  @Test
  void learnedSlopesAreOfAllOrOfEachChannel() {
    NDArray map = manager.create(new float[] {-1, 1, -1, 1}, new Shape(1, 2, 2));

    check(ops.prelu(map, manager.create(new float[] {0.5f})), -0.5, 1, -0.5, 1);
    check(ops.prelu(map, manager.create(new float[] {0.5f, 3})), -0.5, 1, -3, 1);
  }

  @Test
  void logSoftmaxIsTheLogarithmOfProbabilities() {
    NDArray rows = manager.create(new float[][] {{0, 0}, {2, 1}});

    check(ops.logSoftmax(rows, -1), -0.6931472, -0.6931472, -0.3132617, -1.3132617);
  }

  @Test
  void keepBfloat16() {
    Tensors tensors = new Tensors(runtime);
    NDArray low = tensors.toType(manager, input.reshape(1, 5), ScalarType.BFLOAT16);
    NDArray slope = manager.create(new float[] {0.25f});

    for (NDArray output :
        List.of(
            ops.sigmoid(low),
            ops.silu(low),
            ops.mish(low),
            ops.randomLeakyRelu(low, 0.1, 0.3),
            ops.hardSwish(low),
            ops.relu6(low),
            ops.leakyRelu(low, 0.1),
            ops.prelu(low, slope),
            ops.elu(low, 1),
            ops.clamp(low, -1, 1))) {
      assertThat(tensors.typeOf(output)).isEqualTo(ScalarType.BFLOAT16);
    }
    assertThat(tensors.typeOf(ops.logSoftmax(low, -1))).isEqualTo(ScalarType.FLOAT32);
  }
}
