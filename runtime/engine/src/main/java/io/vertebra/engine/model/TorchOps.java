package io.vertebra.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.model.Ops;
import io.vertebra.api.options.IntPair;
import io.vertebra.engine.torch.ScalarType;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.engine.torch.TorchRuntime;

/** The operations of networks on the native library. */
public sealed class TorchOps extends TorchLosses implements Ops permits MixedOps, ObservedOps {
  private final Tensors tensors;
  private final Calls calls;

  /**
   * Makes the operations.
   *
   * @param runtime the native library
   */
  public TorchOps(TorchRuntime runtime) {
    super(runtime);
    this.tensors = new Tensors(runtime);
    this.calls = new Calls(runtime.module(TorchOps.class, "ops"));
  }

  /**
   * Makes the operations of a precision.
   *
   * @param runtime the native library
   * @param precision what the heavy ones compute in
   * @return the operations
   */
  public static TorchOps of(TorchRuntime runtime, Precision precision) {
    return precision == Precision.FLOAT32
        ? new TorchOps(runtime)
        : new MixedOps(runtime, precision.type());
  }

  @Override
  public NDArray conv2d(NDArray input, NDArray weight, NDArray bias, ConvSettings settings) {
    return input
        .getNDArrayInternal()
        .convolution(
            input,
            weight,
            bias,
            shape(settings.stride()),
            shape(settings.padding()),
            shape(settings.dilation()),
            settings.groups())
        .singletonOrThrow();
  }

  @Override
  public NDArray linear(NDArray input, NDArray weight, NDArray bias) {
    return input.getNDArrayInternal().linear(input, weight, bias).singletonOrThrow();
  }

  // Not DJL's own: it rounds the momentum.
  @Override
  public NDArray batchNorm(
      NDArray input, NDArray weight, NDArray bias, BatchStatistics statistics) {
    return calls.array(
        "batch_norm",
        input,
        weight,
        bias,
        statistics.runningMean(),
        statistics.runningVariance(),
        statistics.batches(),
        statistics.useBatch(),
        statistics.momentum(),
        statistics.epsilon());
  }

  @Override
  public NDArray layerNorm(NDArray input, NDArray weight, NDArray bias, double epsilon) {
    return calls.array("layer_norm", input, weight, bias, epsilon);
  }

  @Override
  public NDArray layerNorm2d(NDArray input, NDArray weight, NDArray bias, double epsilon) {
    return calls.array("layer_norm_2d", input, weight, bias, epsilon);
  }

  @Override
  public NDArray groupNorm(
      NDArray input, int groups, NDArray weight, NDArray bias, double epsilon) {
    return calls.array("group_norm", input, groups, weight, bias, epsilon);
  }

  @Override
  public NDArray globalResponseNorm(NDArray input, NDArray weight, NDArray bias, double epsilon) {
    return calls.array("global_response_norm", input, weight, bias, epsilon);
  }

  @Override
  public NDArray selfAttention(NDArray input, int heads, double dropout) {
    return calls.array("self_attention", input, heads, dropout);
  }

  @Override
  public NDArray attention(
      NDArray query, NDArray key, NDArray value, NDArray bias, AttentionWeights settings) {
    double scale = settings.scale();
    double dropout = settings.dropout();
    return bias == null
        ? calls.array("attention", query, key, value, scale, dropout)
        : calls.array("attention_bias", query, key, value, bias, scale, dropout);
  }

  @Override
  public NDArray maxPool2d(NDArray input, PoolSettings settings) {
    return input
        .getNDArrayInternal()
        .maxPool(
            shape(settings.kernel()),
            shape(settings.stride()),
            shape(settings.padding()),
            settings.ceilMode());
  }

  // Not DJL's own: it always counts padding.
  @Override
  public NDArray avgPool2d(NDArray input, PoolSettings settings, boolean countPadding) {
    return calls.array(
        "avg_pool2d",
        input,
        numbers(settings.kernel()),
        numbers(settings.stride()),
        numbers(settings.padding()),
        settings.ceilMode(),
        countPadding);
  }

  @Override
  public NDArray adaptiveAvgPool2d(NDArray input, IntPair size) {
    return calls.array("adaptive_avg_pool2d", input, numbers(size));
  }

  @Override
  public NDArray adaptiveMaxPool2d(NDArray input, IntPair size) {
    return calls.array("adaptive_max_pool2d", input, numbers(size));
  }

  @Override
  public NDArray dropPath(NDArray input, double rate) {
    return calls.array("drop_path", input, rate);
  }

  @Override
  public NDArray dropout(NDArray input, double rate) {
    return calls.array("dropout", input, rate);
  }

  @Override
  public NDArray globalAvgPool2d(NDArray input) {
    return input.getNDArrayInternal().globalAvgPool();
  }

  @Override
  public NDArray pad2d(NDArray input, IntPair before, IntPair after) {
    long[] sides = {before.second(), after.second(), before.first(), after.first()};
    return calls.array("pad2d", input, sides);
  }

  @Override
  public NDArray interpolate(NDArray input, IntPair size, Interpolation mode) {
    if (mode != Interpolation.BILINEAR && mode != Interpolation.BICUBIC) {
      throw new IllegalArgumentException(
          "feature maps are resized by bilinear or bicubic, but not by " + mode.label());
    }
    return calls.array("interpolate", input, numbers(size), mode == Interpolation.BICUBIC);
  }

  @Override
  public NDArray toFloat32(NDArray input) {
    return tensors.toType(input.getManager(), input, ScalarType.FLOAT32);
  }

  private static Shape shape(IntPair pair) {
    return new Shape(pair.first(), pair.second());
  }

  static long[] numbers(IntPair pair) {
    return new long[] {pair.first(), pair.second()};
  }
}
