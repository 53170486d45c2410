package io.vertebra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StepMemoryTest {
  private static final int WARM_UP = 200;
  private static final int STEPS = 2_000;
  private static final Path STATUS = Path.of("/proc/self/status");
  // One gradient list that stays behind in each step would take three times as much.
  private static final long ALLOWED_KILOBYTES = 20 * 1024;

  private final TorchRuntime runtime = Engines.runtime();
  private final NDManager model = Engines.newManager();
  private final TinyNet net = new TinyNet(runtime, model);

  @AfterEach
  void close() {
    net.close();
    model.close();
  }

  @Test
  void keepsTheNumberOfArrays() {
    steps(WARM_UP);
    int before = model.getManagedArrays().size();
    steps(STEPS - WARM_UP);
    assertThat(model.getManagedArrays()).hasSize(before);
  }

  @Test
  void keepsTheMemoryOfTheProcess() throws IOException {
    assumeTrue(Files.exists(STATUS), "only Linux tells the memory of a process");
    steps(WARM_UP);
    long before = residentKilobytes();
    steps(STEPS - WARM_UP);
    assertThat(residentKilobytes() - before).isLessThanOrEqualTo(ALLOWED_KILOBYTES);
  }

  @Test
  void learnsWhatItIsShown() {
    double first = net.step();
    steps(WARM_UP);
    assertThat(net.step()).isLessThan(first / 10);
  }

  private void steps(int count) {
    for (int i = 0; i < count; i++) {
      net.step();
    }
  }

  private static long residentKilobytes() throws IOException {
    List<String> lines = Files.readAllLines(STATUS);
    return lines.stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .sum();
  }

  /** Two layers that are shown one batch again and again. */
  private static final class TinyNet implements AutoCloseable {
    private static final double LEARNING_RATE = 0.1;

    private final NDManager owner;
    private final Gradients gradients;
    private final FusedDescent descent;
    private final CrossEntropy crossEntropy;
    private final NDArray first;
    private final NDArray second;
    private final NDArray images;
    private final NDArray labels;
    private final TensorList parameters;
    private final TensorList buffers;
    private boolean started;

    TinyNet(TorchRuntime runtime, NDManager owner) {
      this.owner = owner;
      gradients = new Gradients(runtime);
      descent = new FusedDescent(runtime, owner);
      crossEntropy = new CrossEntropy(runtime);
      runtime.seed(1);
      first = parameter(new Shape(64, 128));
      second = parameter(new Shape(128, 4));
      images = owner.randomNormal(new Shape(8, 64));
      labels = owner.create(new long[] {0, 1, 2, 3, 0, 1, 2, 3});
      parameters = TensorList.of(runtime, List.of(first, second));
      buffers = parameters.zerosLike();
    }

    private NDArray parameter(Shape shape) {
      NDArray array = owner.randomNormal(shape);
      array.setRequiresGradient(true);
      return array;
    }

    /** Does one step and returns the loss before it. */
    double step() {
      try (NDManager scope = owner.newSubManager()) {
        NDArray batch = images.duplicate();
        batch.attach(scope);
        NDArray logits = batch.matMul(first).getNDArrayInternal().relu().matMul(second);
        NDArray loss = crossEntropy.loss(scope, logits, labels, CrossEntropyOptions.defaults());
        try (TensorList found = gradients.of(loss, parameters)) {
          gradients.clipNorm(scope, found, 5, 2);
          descent.update(parameters, found, buffers, LEARNING_RATE, !started);
        }
        started = true;
        return loss.getFloat();
      }
    }

    @Override
    public void close() {
      parameters.close();
      buffers.close();
    }
  }
}
