package io.vertebra.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Ops;
import io.vertebra.api.options.IntPair;
import io.vertebra.engine.torch.CrossEntropy;
import io.vertebra.engine.torch.CrossEntropyOptions;
import io.vertebra.engine.torch.ScalarType;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.engine.torch.TorchFunction;
import io.vertebra.engine.torch.TorchModule;
import io.vertebra.engine.torch.TorchRuntime;

/** The operations of networks on the native library. */
public final class TorchOps implements Ops {
  private final Tensors tensors;
  private final CrossEntropy crossEntropy;
  private final TorchFunction batchNorm;
  private final TorchFunction avgPool2d;
  private final TorchFunction dropPath;

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
  public NDArray globalAvgPool2d(NDArray input) {
    return input.getNDArrayInternal().globalAvgPool();
  }

  @Override
  public NDArray relu(NDArray input) {
    return input.getNDArrayInternal().relu();
  }

  @Override
  public NDArray tanh(NDArray input) {
    return input.tanh();
  }

  @Override
  public NDArray softmax(NDArray input, int axis) {
    return input.softmax(axis);
  }

  @Override
  public NDArray crossEntropy(NDArray logits, NDArray target) {
    return crossEntropy.loss(logits.getManager(), logits, target, CrossEntropyOptions.defaults());
  }

  @Override
  public NDArray toFloat32(NDArray input) {
    return tensors.toType(input.getManager(), input, ScalarType.FLOAT32);
  }

  private static Shape shape(IntPair pair) {
    return new Shape(pair.first(), pair.second());
  }

  private static long[] numbers(IntPair pair) {
    return new long[] {pair.first(), pair.second()};
  }
}
