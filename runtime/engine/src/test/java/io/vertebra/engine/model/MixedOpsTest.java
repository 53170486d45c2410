package io.vertebra.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Ops;
import io.vertebra.api.model.Ops.AttentionWeights;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.engine.torch.Gradients;
import io.vertebra.engine.torch.ScalarType;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.torch.TorchSettings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MixedOpsTest {
  private final TorchRuntime runtime = TorchRuntime.start(TorchSettings.defaults());
  private final NDManager manager = runtime.newManager(Device.cpu());
  private final Tensors tensors = new Tensors(runtime);
  private final Ops mixed = TorchOps.of(runtime, Precision.BFLOAT16);

  /** The next number after 1 is 1 + 2^-7, so this one is not a number of bfloat16. */
  private static final float BETWEEN = 1 + 0x1p-9f;

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void heavyOperationsComputeInBfloat16() {
    NDArray image = manager.create(new float[] {BETWEEN}, new Shape(1, 1, 1, 1));
    NDArray row = image.reshape(1, 1);
    NDArray bias = manager.create(new float[] {0});

    for (NDArray result :
        List.of(
            mixed.conv2d(image, image, bias, ConvSettings.PLAIN),
            mixed.conv2d(image, image, null, ConvSettings.PLAIN),
            mixed.linear(row, row, bias),
            mixed.linear(row, row, null),
            mixed.matmul(row, row),
            mixed.attention(image, image, image, null, new AttentionWeights(1, 0)),
            mixed.attention(image, image, image, image, new AttentionWeights(1, 0)),
            mixed.selfAttention(manager.ones(new Shape(1, 2, 6)), 2, 0))) {
      assertThat(tensors.typeOf(result)).isEqualTo(ScalarType.BFLOAT16);
      assertThat(mixed.toFloat32(result).toFloatArray()).containsOnly(1);
    }
  }

  @Test
  void normsKeepTheTypeThatTheyAreGiven() {
    NDArray rows = mixed.linear(manager.ones(new Shape(2, 3)), manager.ones(new Shape(4, 3)), null);
    NDArray ones = manager.ones(new Shape(4));
    NDArray normalised = mixed.layerNorm(rows, ones, ones, 1e-6);

    assertThat(tensors.typeOf(normalised)).isEqualTo(ScalarType.BFLOAT16);
    assertThat(tensors.typeOf(mixed.softmax(normalised, -1))).isEqualTo(ScalarType.FLOAT32);
  }

  @Test
  void lossesComeOutInFloat32() {
    NDArray logits =
        mixed.linear(manager.ones(new Shape(2, 3)), manager.ones(new Shape(4, 3)), null);
    NDArray target = manager.create(new long[] {0, 3});
    NDArray rows = mixed.oneHot(target, 4);

    for (NDArray loss :
        List.of(
            mixed.crossEntropy(logits, target),
            mixed.crossEntropies(logits, rows, List.of(), 0.1),
            mixed.binaryCrossEntropies(logits, rows, List.of(), List.of()))) {
      assertThat(tensors.typeOf(loss)).isEqualTo(ScalarType.FLOAT32);
    }
    assertThat(mixed.crossEntropy(logits, target).getFloat())
        .isCloseTo((float) Math.log(4), within(1e-6f));
  }

  @Test
  void parametersAndTheirGradientsStayFloat32() {
    NDArray weight = manager.create(new float[] {BETWEEN, 2}, new Shape(1, 2));
    weight.setRequiresGradient(true);
    NDArray output = mixed.linear(manager.ones(new Shape(1, 2)), weight, null);
    NDArray loss = mixed.toFloat32(output).sum();

    try (TensorList parameters = TensorList.of(runtime, List.of(weight));
        TensorList gradients = new Gradients(runtime).of(loss, parameters)) {
      NDArray gradient = gradients.get(manager, 0);
      assertThat(tensors.typeOf(gradient)).isEqualTo(ScalarType.FLOAT32);
      assertThat(gradient.toFloatArray()).containsExactly(1, 1);
    }
    assertThat(weight.toFloatArray()).containsExactly(BETWEEN, 2);
  }
}
