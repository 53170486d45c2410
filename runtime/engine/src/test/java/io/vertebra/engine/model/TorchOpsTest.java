package io.vertebra.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.model.Ops.AttentionWeights;
import io.vertebra.api.model.Ops.BatchStatistics;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.engine.torch.Gradients;
import io.vertebra.engine.torch.ScalarType;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.torch.TorchSettings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TorchOpsTest {
  private final TorchRuntime runtime = TorchRuntime.start(TorchSettings.defaults());
  private final NDManager manager = runtime.newManager(Device.cpu());
  private final TorchOps ops = new TorchOps(runtime);

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray row(float... values) {
    return manager.create(values, new Shape(1, 1, 1, values.length));
  }

  private static PoolSettings pairs(boolean ceilMode) {
    return new PoolSettings(new IntPair(1, 2), new IntPair(1, 2), IntPair.of(0), ceilMode);
  }

  @Test
  void poolsDropOrKeepTheLastPartOfAWindow() {
    NDArray input = row(1, 3, 5);

    assertThat(ops.maxPool2d(input, pairs(false)).toFloatArray()).containsExactly(3);
    assertThat(ops.maxPool2d(input, pairs(true)).toFloatArray()).containsExactly(3, 5);
    assertThat(ops.avgPool2d(input, pairs(false), false).toFloatArray()).containsExactly(2);
    assertThat(ops.avgPool2d(input, pairs(true), false).toFloatArray()).containsExactly(2, 5);
  }

  @Test
  void meansCountPaddingWhereTold() {
    PoolSettings padded =
        new PoolSettings(new IntPair(1, 2), new IntPair(1, 2), new IntPair(0, 1), false);

    assertThat(ops.avgPool2d(row(4, 2), padded, true).toFloatArray()).containsExactly(2, 1);
    assertThat(ops.avgPool2d(row(4, 2), padded, false).toFloatArray()).containsExactly(4, 2);
  }

  @Test
  void globalMeanDropsThePositions() {
    NDArray output = ops.globalAvgPool2d(manager.arange(16f).reshape(2, 2, 2, 2));

    assertThat(output.getShape()).isEqualTo(new Shape(2, 2));
    assertThat(output.toFloatArray()).containsExactly(1.5f, 5.5f, 9.5f, 13.5f);
  }

  @Test
  void batchNormUpdatesItsStatisticsInTrainingOnly() {
    NDArray mean = manager.zeros(new Shape(1));
    NDArray variance = manager.ones(new Shape(1));
    NDArray batches = manager.zeros(new Shape(), DataType.INT64);
    NDArray one = manager.ones(new Shape(1));
    NDArray zero = manager.zeros(new Shape(1));

    NDArray still =
        ops.batchNorm(
            row(1, 3), one, zero, new BatchStatistics(mean, variance, batches, false, 0.1, 0));
    assertThat(still.toFloatArray()).containsExactly(1, 3);
    assertThat(batches.getLong()).isZero();

    NDArray trained =
        ops.batchNorm(
            row(1, 3), one, zero, new BatchStatistics(mean, variance, batches, true, 0.1, 0));
    assertThat(trained.toFloatArray()).containsExactly(-1, 1);
    assertThat(mean.getFloat()).isCloseTo(0.2f, within(1e-6f));
    // The variance of the update is the unbiased one: 2.
    assertThat(variance.getFloat()).isCloseTo(1.1f, within(1e-6f));
    assertThat(batches.getLong()).isEqualTo(1);
  }

  @Test
  void dropPathDropsOrScalesWholeSamplesAndKeepsTheGradient() {
    runtime.seed(3);
    NDArray input = manager.ones(new Shape(400, 2, 1, 1));
    input.setRequiresGradient(true);

    NDArray output = ops.dropPath(input, 0.2);
    float[] values = output.toFloatArray();

    assertThat(output.getShape()).isEqualTo(input.getShape());
    for (int i = 0; i < values.length; i += 2) {
      assertThat(values[i]).isEqualTo(values[i + 1]).isIn(0f, 1.25f);
    }
    assertThat(output.mean().getFloat()).isCloseTo(1, within(0.1f));
    try (TensorList inputs = TensorList.of(runtime, List.of(input));
        TensorList gradients = new Gradients(runtime).of(output.sum(), inputs)) {
      assertThat(gradients.get(manager, 0).toFloatArray()).containsExactly(values);
    }
  }

  @Test
  void layerNormsNormaliseTheChannelsOfEachPosition() {
    NDArray weight = manager.create(new float[] {1, 2});
    NDArray bias = manager.create(new float[] {0, 1});

    NDArray rows = ops.layerNorm(manager.create(new float[][] {{1, 3}, {9, 5}}), weight, bias, 0);
    assertThat(rows.toFloatArray()).containsExactly(-1, 3, 1, -1);

    NDArray map = manager.create(new float[] {1, 9, 3, 5}, new Shape(1, 2, 1, 2));
    NDArray normalised = ops.layerNorm2d(map, weight, bias, 0);
    assertThat(normalised.getShape()).isEqualTo(map.getShape());
    assertThat(normalised.toFloatArray()).containsExactly(-1, 1, 3, -1);
  }

  @Test
  void groupNormsNormaliseEachGroupOfChannels() {
    NDArray weight = manager.create(new float[] {1, 2, 1, 1});
    NDArray bias = manager.create(new float[] {0, 1, 0, 0});
    NDArray map = manager.create(new float[] {1, 3, 5, 9}, new Shape(1, 4, 1, 1));

    assertThat(ops.groupNorm(map, 2, weight, bias, 0).toFloatArray()).containsExactly(-1, 3, -1, 1);
  }

  @Test
  void responseNormRaisesTheChannelsOfLargeNorm() {
    // Two positions of two channels, whose norms are 5 and 15, on average 10.
    NDArray map = manager.create(new float[] {3, 9, 4, 12}, new Shape(1, 2, 1, 2));
    NDArray weight = manager.create(new float[] {1, 2});
    NDArray bias = manager.create(new float[] {0, 1});

    assertThat(ops.globalResponseNorm(map, weight, bias, 0).toFloatArray())
        .containsExactly(new float[] {4.5f, 37, 6, 49}, within(1e-5f));
  }

  @Test
  void attentionMixesValuesByTheSoftmaxOfScaledProducts() {
    // One head of size 1: queries 1 and 0, keys 0 and 1, values 2 and 6.
    NDArray input = manager.create(new float[] {1, 0, 2, 0, 1, 6}, new Shape(1, 2, 3));
    double second = Math.E / (1 + Math.E);

    assertThat(ops.selfAttention(input, 1, 0).toFloatArray())
        .containsExactly(new float[] {(float) (2 + 4 * second), 4}, within(1e-5f));
  }

  @Test
  void attentionKeepsHeadsApartAndSideBySide() {
    NDArray first = manager.create(new float[] {1, 0, 2, 0, 1, 6}, new Shape(1, 2, 3));
    NDArray other = manager.create(new float[] {2, 1, 1, 1, 3, 5}, new Shape(1, 2, 3));
    NDArray both =
        manager.create(new float[] {1, 2, 0, 1, 2, 1, 0, 1, 1, 3, 6, 5}, new Shape(1, 2, 6));

    NDArray mixed = ops.selfAttention(both, 2, 0);

    assertThat(mixed.getShape()).isEqualTo(new Shape(1, 2, 2));
    assertThat(mixed.get(":, :, 0").toFloatArray())
        .containsExactly(ops.selfAttention(first, 1, 0).toFloatArray(), within(1e-5f));
    assertThat(mixed.get(":, :, 1").toFloatArray())
        .containsExactly(ops.selfAttention(other, 1, 0).toFloatArray(), within(1e-5f));
  }

  @Test
  void attentionTakesABiasThatLearnsAndAScale() {
    NDArray query = manager.create(new float[] {1, 0}, new Shape(1, 1, 2, 1));
    NDArray key = manager.create(new float[] {0, 1}, new Shape(1, 1, 2, 1));
    NDArray value = manager.create(new float[] {2, 6}, new Shape(1, 1, 2, 1));
    AttentionWeights twice = new AttentionWeights(2, 0);
    float second = (float) (Math.exp(2) / (1 + Math.exp(2)));

    assertThat(ops.attention(query, key, value, null, twice).toFloatArray())
        .containsExactly(new float[] {2 + 4 * second, 4}, within(1e-5f));

    NDArray bias =
        manager.create(new float[] {2, 0, 0, Float.NEGATIVE_INFINITY}, new Shape(1, 1, 2, 2));
    bias.setRequiresGradient(true);
    NDArray mixed = ops.attention(query, key, value, bias, twice);
    assertThat(mixed.toFloatArray()).containsExactly(new float[] {4, 2}, within(1e-5f));
    try (TensorList inputs = TensorList.of(runtime, List.of(bias));
        TensorList gradients = new Gradients(runtime).of(mixed.sum(), inputs)) {
      assertThat(gradients.get(manager, 0).toFloatArray())
          .containsExactly(new float[] {-1, 1, 0, 0}, within(1e-5f));
    }
  }

  @Test
  void adaptivePoolsCoverTheInputEvenly() {
    NDArray input = row(1, 3, 8);

    assertThat(ops.adaptiveAvgPool2d(input, new IntPair(1, 2)).toFloatArray())
        .containsExactly(2, 5.5f);
    assertThat(ops.adaptiveMaxPool2d(input, new IntPair(1, 2)).toFloatArray())
        .containsExactly(3, 8);
  }

  @Test
  void dropoutDropsOrScalesValues() {
    runtime.seed(3);
    NDArray output = ops.dropout(manager.ones(new Shape(4000)), 0.2);

    assertThat(output.toFloatArray()).containsOnly(0, 1.25f);
    assertThat(output.mean().getFloat()).isCloseTo(1, within(0.05f));
  }

  @Test
  void geluIsExactOrApproximate() {
    NDArray input = manager.create(new float[] {-1, 0, 2});

    assertThat(ops.gelu(input, false).toFloatArray())
        .containsExactly(new float[] {-0.158655f, 0, 1.954500f}, within(1e-5f));
    assertThat(ops.gelu(input, true).toFloatArray())
        .containsExactly(new float[] {-0.158808f, 0, 1.954598f}, within(1e-5f));
  }

  @Test
  void resizesAndPadsMaps() {
    NDArray map = manager.create(new float[] {0, 4}, new Shape(1, 1, 1, 2));

    assertThat(ops.interpolate(map, new IntPair(1, 4), Interpolation.BILINEAR).toFloatArray())
        .containsExactly(0, 1, 3, 4);
    // Weights of a cubic convolution with a = -0.75, a quarter of a pixel from the centre.
    assertThat(ops.interpolate(map, new IntPair(1, 4), Interpolation.BICUBIC).toFloatArray())
        .containsExactly(new float[] {-0.421875f, 0.90625f, 3.09375f, 4.421875f}, within(1e-5f));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ops.interpolate(map, IntPair.of(1), Interpolation.AREA))
        .withMessageContaining("not by area");
    assertThat(ops.pad2d(map, new IntPair(0, 1), new IntPair(1, 0)).toFloatArray())
        .containsExactly(0, 0, 4, 0, 0, 0);
    assertThat(ops.pad2d(map, new IntPair(0, -1), IntPair.of(0)).toFloatArray()).containsExactly(4);
  }

  @Test
  void prependsTokensToEverySequence() {
    NDArray tokens = manager.create(new float[] {7, 8}, new Shape(1, 1, 2));
    NDArray input = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 1, 2));

    NDArray output = ops.prependTokens(tokens, input);

    assertThat(output.getShape()).isEqualTo(new Shape(2, 2, 2));
    assertThat(output.toFloatArray()).containsExactly(7, 8, 1, 2, 7, 8, 3, 4);
  }

  @Test
  void crossEntropiesTakeIndicesOrProbabilities() {
    NDArray logits = manager.create(new float[][] {{1, 2, 3}, {0, -1, 0.5f}});
    NDArray labels = manager.create(new long[] {2, 0});
    NDArray rows = ops.oneHot(labels, 3);

    assertThat(rows.toFloatArray()).containsExactly(0, 0, 1, 1, 0, 0);
    float[] plain = ops.crossEntropies(logits, labels, List.of(), 0).toFloatArray();
    assertThat(plain).containsExactly(new float[] {0.407606f, 1.104131f}, within(1e-5f));
    assertThat(ops.crossEntropies(logits, rows, List.of(), 0).toFloatArray())
        .containsExactly(plain, within(1e-5f));
    assertThat(ops.crossEntropies(logits, labels, List.of(2.0, 1.0, 0.5), 0).toFloatArray())
        .containsExactly(new float[] {plain[0] / 2, plain[1] * 2}, within(1e-5f));
  }

  @Test
  void binaryCrossEntropiesWeighClassesAndPositives() {
    NDArray logits = manager.create(new float[][] {{1, 1}});
    NDArray target = manager.create(new float[][] {{1, 0}});
    float positive = (float) Math.log1p(Math.exp(-1));
    float negative = (float) Math.log1p(Math.E);

    assertThat(ops.binaryCrossEntropies(logits, target, List.of(), List.of()).toFloatArray())
        .containsExactly(new float[] {positive, negative}, within(1e-5f));
    assertThat(
            ops.binaryCrossEntropies(logits, target, List.of(2.0, 3.0), List.of(5.0, 7.0))
                .toFloatArray())
        .containsExactly(new float[] {10 * positive, 3 * negative}, within(1e-5f));
  }

  /** DJL's own softmax aborts the process there. */
  @Test
  void bfloat16NetworksKeepTheirTypeAndGiveFloat32Probabilities() {
    Tensors tensors = new Tensors(runtime);
    NDArray input = tensors.toType(manager, manager.ones(new Shape(1, 2, 6)), ScalarType.BFLOAT16);
    NDArray one = manager.ones(new Shape(6));

    assertThat(tensors.typeOf(ops.selfAttention(input, 2, 0))).isEqualTo(ScalarType.BFLOAT16);
    assertThat(tensors.typeOf(ops.gelu(input, false))).isEqualTo(ScalarType.BFLOAT16);
    assertThat(tensors.typeOf(ops.layerNorm(input, one, one, 1e-6))).isEqualTo(ScalarType.BFLOAT16);
    assertThat(tensors.typeOf(ops.dropout(input, 0.5))).isEqualTo(ScalarType.BFLOAT16);
    assertThat(ops.softmax(input, -1).toFloatArray()).containsOnly(1 / 6f);
  }
}
