package io.vertebra.plugins.resnest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.families.residual.ResidualLayers;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.Relu;

/**
 * Convolves into several splits and sums them, each channel weighed by what two maps make of the
 * means of all channels, {@code SplitAttentionConv2d}: N x C x H x W to N x C x H' x W'.
 */
final class SplitAttention extends Layer {
  private static final int LEAST_HIDDEN = 32;

  private final int radix;
  private final int groups;
  private final Conv2d convolution;
  private final Norm norm0;
  private final Relu relu;
  private final Conv2d fc1;
  private final Norm norm1;
  private final Conv2d fc2;

  SplitAttention(
      int channels, SplitOptions options, IntPair strideAndDilation, ResidualLayers layers) {
    radix = options.radix();
    groups = options.groups();
    int all = channels * radix;
    int hidden = Math.max(all / options.reductionFactor(), LEAST_HIDDEN);
    convolution =
        addModule(
            "conv",
            layers.convolution(
                channels,
                all,
                3,
                strideAndDilation.first(),
                strideAndDilation.second(),
                groups * radix));
    norm0 = addNorm(layers.norm(all), 0);
    relu = addModule("relu", new Relu());
    fc1 = addModule("fc1", map(channels, hidden));
    norm1 = addNorm(layers.norm(hidden), 1);
    fc2 = addModule("fc2", map(hidden, all));
  }

  private Norm addNorm(Norm norm, int number) {
    return addModule(norm.abbreviation() + number, norm);
  }

  private Conv2d map(int from, int to) {
    ConvSettings settings = new ConvSettings(IntPair.of(1), IntPair.of(0), IntPair.of(1), groups);
    return new Conv2d(from, to, IntPair.of(1), settings, /* bias= */ true)
        .initializeWith(Distribution.kaimingNormal(to));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray map = norm0.consume(context, convolution.forward(context, input));
    map = relu.consume(context, map);
    Shape shape = map.getShape();
    long channels = shape.get(1) / radix;
    NDArray splits = map.reshape(shape.get(0), radix, channels, shape.get(2), shape.get(3));
    NDArray means = context.ops().globalAvgPool2d(splits.sum(new int[] {1}));
    NDArray weights = weights(context, means.reshape(shape.get(0), channels, 1, 1));
    return splits.mul(weights.reshape(shape.get(0), radix, channels, 1, 1)).sum(new int[] {1});
  }

  /** The weight of each channel of each split: N x C x 1 x 1 to N x (radix C). */
  private NDArray weights(Context context, NDArray means) {
    long batch = means.getShape().get(0);
    NDArray hidden = norm1.consume(context, fc1.consume(context, means));
    NDArray scores = fc2.consume(context, relu.consume(context, hidden));
    if (radix == 1) {
      return context.ops().sigmoid(scores);
    }
    NDArray grouped = scores.reshape(batch, groups, radix, -1);
    return context.ops().softmax(grouped.transpose(0, 2, 1, 3), 1);
  }
}
