package io.vertebra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CrossEntropyTest {
  private static final float[][] LOGITS = {{1, 2, 3}, {0, -1, 0.5f}};

  private final TorchRuntime runtime = Engines.runtime();
  private final CrossEntropy crossEntropy = new CrossEntropy(runtime);
  private final NDManager manager = Engines.newManager();
  private final NDArray logits = manager.create(LOGITS);
  private final NDArray labels = manager.create(new long[] {2, 0});

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void isTheNegativeLogProbabilityOfTheLabel() {
    double first = loss(0, 0, 0, 1);
    double second = loss(1, 1, 0, 0);
    assertThat(values(labels, Reduction.NONE, 0, -100))
        .containsExactly(new double[] {first, second}, within(1e-6));
    assertThat(values(labels, Reduction.SUM, 0, -100))
        .containsExactly(new double[] {first + second}, within(1e-6));
    assertThat(values(labels, Reduction.MEAN, 0, -100))
        .containsExactly(new double[] {(first + second) / 2}, within(1e-6));
  }

  @Test
  void smoothsLabelsOverAllClasses() {
    double first = loss(0, 0.1, 0.1, 0.8);
    double second = loss(1, 0.8, 0.1, 0.1);
    assertThat(values(labels, Reduction.NONE, 0.3, -100))
        .containsExactly(new double[] {first, second}, within(1e-6));
  }

  @Test
  void takesProbabilitiesAsTarget() {
    NDArray target = manager.create(new float[][] {{0.2f, 0.3f, 0.5f}, {1, 0, 0}});
    double first = loss(0, 0.2, 0.3, 0.5);
    double second = loss(1, 1, 0, 0);
    assertThat(values(target, Reduction.NONE, 0, -100))
        .containsExactly(new double[] {first, second}, within(1e-6));
  }

  @Test
  void leavesOutTheIgnoredLabel() {
    assertThat(values(labels, Reduction.MEAN, 0, 2))
        .containsExactly(new double[] {loss(1, 1, 0, 0)}, within(1e-6));
    assertThat(values(labels, Reduction.NONE, 0, 2))
        .containsExactly(new double[] {0, loss(1, 1, 0, 0)}, within(1e-6));
  }

  @Test
  void hasTheGradientOfSoftmax() {
    logits.setRequiresGradient(true);
    NDArray loss = crossEntropy.loss(manager, logits, labels, CrossEntropyOptions.defaults());
    try (TensorList parameters = TensorList.of(runtime, List.of(logits));
        TensorList found = new Gradients(runtime).of(loss, parameters)) {
      double expected = (Math.exp(3 - logSumExp(0)) - 1) / 2;
      assertThat(found.get(manager, 0).getFloat(0, 2)).isCloseTo((float) expected, within(1e-6f));
    }
  }

  @Test
  void refusesAClassOutOfRange() {
    NDArray wrong = manager.create(new long[] {3, 0});
    assertThatThrownBy(
            () -> crossEntropy.loss(manager, logits, wrong, CrossEntropyOptions.defaults()))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("Target 3 is out of bounds");
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CrossEntropyOptions(Reduction.MEAN, 1.5, -100))
        .withMessage("labelSmoothing is 1.5; it must be between 0 and 1");
  }

  private double[] values(NDArray target, Reduction reduction, double smoothing, long ignored) {
    CrossEntropyOptions options = new CrossEntropyOptions(reduction, smoothing, ignored);
    float[] found = crossEntropy.loss(manager, logits, target, options).toFloatArray();
    return IntStream.range(0, found.length).mapToDouble(i -> found[i]).toArray();
  }

  private static double loss(int row, double... target) {
    double sum = 0;
    for (int i = 0; i < target.length; i++) {
      sum += target[i] * (logSumExp(row) - LOGITS[row][i]);
    }
    return sum;
  }

  private static double logSumExp(int row) {
    double sum = 0;
    for (float logit : LOGITS[row]) {
      sum += Math.exp(logit);
    }
    return Math.log(sum);
  }
}
