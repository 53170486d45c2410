package io.vertebra.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.model.Ops;
import io.vertebra.api.options.IntPair;
import io.vertebra.engine.torch.CrossEntropy;
import io.vertebra.engine.torch.CrossEntropyOptions;
import io.vertebra.engine.torch.ScalarType;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.engine.torch.TorchFunction;
import io.vertebra.engine.torch.TorchModule;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.List;

/** The operations of networks on the native library. */
public sealed class TorchOps implements Ops permits MixedOps {
  private final Tensors tensors;
  private final CrossEntropy crossEntropy;
  private final TorchFunction batchNorm;
  private final TorchFunction avgPool2d;
  private final TorchFunction dropPath;
  private final TorchFunction layerNorm;
  private final TorchFunction layerNorm2d;
  private final TorchFunction globalResponseNorm;
  private final TorchFunction selfAttention;
  private final TorchFunction dropout;
  private final TorchFunction reluInPlace;
  private final TorchFunction gelu;
  private final TorchFunction softmax;
  private final TorchFunction pad2d;
  private final TorchFunction interpolate;
  private final TorchFunction prependTokens;
  private final TorchFunction crossEntropies;
  private final TorchFunction binaryCrossEntropies;
  private final TorchFunction oneHot;

  /**
   * Makes the operations.
   *
   * @param runtime the native library
   */
  public TorchOps(TorchRuntime runtime) {
    this.tensors = new Tensors(runtime);
    this.crossEntropy = new CrossEntropy(runtime);
    TorchModule functions = runtime.module(TorchOps.class, "ops");
    // Not DJL's own: its batch norm rounds the momentum, its mean pooling always counts padding.
    this.batchNorm = functions.function("batch_norm");
    this.avgPool2d = functions.function("avg_pool2d");
    this.dropPath = functions.function("drop_path");
    this.layerNorm = functions.function("layer_norm");
    this.layerNorm2d = functions.function("layer_norm_2d");
    this.globalResponseNorm = functions.function("global_response_norm");
    this.selfAttention = functions.function("self_attention");
    this.dropout = functions.function("dropout");
    this.reluInPlace = functions.function("relu_");
    this.gelu = functions.function("gelu");
    // Not DJL's own: on bfloat16 it aborts the process.
    this.softmax = functions.function("softmax");
    this.pad2d = functions.function("pad2d");
    this.interpolate = functions.function("interpolate");
    this.prependTokens = functions.function("prepend_tokens");
    this.crossEntropies = functions.function("cross_entropies");
    this.binaryCrossEntropies = functions.function("binary_cross_entropies");
    this.oneHot = functions.function("one_hot");
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

  @Override
  public NDArray batchNorm(
      NDArray input, NDArray weight, NDArray bias, BatchStatistics statistics) {
    return batchNorm.array(
        input.getManager(),
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
    return layerNorm.array(input.getManager(), input, weight, bias, epsilon);
  }

  @Override
  public NDArray layerNorm2d(NDArray input, NDArray weight, NDArray bias, double epsilon) {
    return layerNorm2d.array(input.getManager(), input, weight, bias, epsilon);
  }

  @Override
  public NDArray globalResponseNorm(NDArray input, NDArray weight, NDArray bias, double epsilon) {
    return globalResponseNorm.array(input.getManager(), input, weight, bias, epsilon);
  }

  @Override
  public NDArray selfAttention(NDArray input, int heads, double dropout) {
    return selfAttention.array(input.getManager(), input, heads, dropout);
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

  @Override
  public NDArray avgPool2d(NDArray input, PoolSettings settings, boolean countPadding) {
    return avgPool2d.array(
        input.getManager(),
        input,
        numbers(settings.kernel()),
        numbers(settings.stride()),
        numbers(settings.padding()),
        settings.ceilMode(),
        countPadding);
  }

  @Override
  public NDArray dropPath(NDArray input, double rate) {
    return dropPath.array(input.getManager(), input, rate);
  }

  @Override
  public NDArray dropout(NDArray input, double rate) {
    return dropout.array(input.getManager(), input, rate);
  }

  @Override
  public NDArray globalAvgPool2d(NDArray input) {
    return input.getNDArrayInternal().globalAvgPool();
  }

  @Override
  public NDArray relu(NDArray input) {
    return input.getNDArrayInternal().relu();
  }

  @Override
  public NDArray reluInPlace(NDArray input) {
    reluInPlace.run(input);
    return input;
  }

  @Override
  public NDArray tanh(NDArray input) {
    return input.tanh();
  }

  @Override
  public NDArray gelu(NDArray input, boolean tanh) {
    return gelu.array(input.getManager(), input, tanh ? "tanh" : "none");
  }

  @Override
  public NDArray softmax(NDArray input, int axis) {
    return softmax.array(input.getManager(), input, axis);
  }

  @Override
  public NDArray pad2d(NDArray input, IntPair before, IntPair after) {
    long[] sides = {before.second(), after.second(), before.first(), after.first()};
    return pad2d.array(input.getManager(), input, sides);
  }

  @Override
  public NDArray interpolate(NDArray input, IntPair size, Interpolation mode) {
    if (mode != Interpolation.BILINEAR && mode != Interpolation.BICUBIC) {
      throw new IllegalArgumentException(
          "feature maps are resized by bilinear or bicubic, but not by " + mode.label());
    }
    return interpolate.array(
        input.getManager(), input, numbers(size), mode == Interpolation.BICUBIC);
  }

  @Override
  public NDArray prependTokens(NDArray tokens, NDArray input) {
    return prependTokens.array(input.getManager(), tokens, input);
  }

  @Override
  public NDArray crossEntropy(NDArray logits, NDArray target) {
    return crossEntropy.loss(logits.getManager(), logits, target, CrossEntropyOptions.defaults());
  }

  @Override
  public NDArray crossEntropies(
      NDArray logits, NDArray target, List<Double> classWeights, double smoothing) {
    return crossEntropies.array(
        logits.getManager(), logits, target, numbers(classWeights), smoothing);
  }

  @Override
  public NDArray binaryCrossEntropies(
      NDArray logits, NDArray target, List<Double> classWeights, List<Double> positiveWeights) {
    return binaryCrossEntropies.array(
        logits.getManager(), logits, target, numbers(classWeights), numbers(positiveWeights));
  }

  @Override
  public NDArray oneHot(NDArray target, int classes) {
    return oneHot.array(target.getManager(), target, classes);
  }

  @Override
  public NDArray toFloat32(NDArray input) {
    return tensors.toType(input.getManager(), input, ScalarType.FLOAT32);
  }

  private static Shape shape(IntPair pair) {
    return new Shape(pair.first(), pair.second());
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static long[] numbers(IntPair pair) {
    return new long[] {pair.first(), pair.second()};
  }
}
