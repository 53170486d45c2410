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
import io.vertebra.engine.torch.TorchRuntime;

/** The operations of networks on the native library. */
public final class TorchOps implements Ops {
  // The last axis stands for "as it is": any other makes DJL swap axes around the native call.
  private static final int NATIVE_AXIS = -1;

  private final Tensors tensors;
  private final CrossEntropy crossEntropy;
  private final TorchFunction dropPath;

  /**
   * Makes the operations.
   *
   * @param runtime the native library
   */
  public TorchOps(TorchRuntime runtime) {
    this.tensors = new Tensors(runtime);
    this.crossEntropy = new CrossEntropy(runtime);
    this.dropPath = runtime.module(TorchOps.class, "random").function("drop_path");
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
    if (statistics.useBatch()) {
      statistics.batches().addi(1);
    }
    return input
        .getNDArrayInternal()
        .batchNorm(
            input,
            statistics.runningMean(),
            statistics.runningVariance(),
            weight,
            bias,
            NATIVE_AXIS,
            (float) statistics.momentum(),
            (float) statistics.epsilon(),
            statistics.useBatch())
        .singletonOrThrow();
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
    return input
        .getNDArrayInternal()
        .avgPool(
            shape(settings.kernel()),
            shape(settings.stride()),
            shape(settings.padding()),
            settings.ceilMode(),
            countPadding);
  }

  @Override
  public NDArray dropPath(NDArray input, double rate) {
    return dropPath.array(input.getManager(), input, rate);
  }

  @Override
  public NDArray globalAvgPool2d(NDArray input) {
    return input.mean(new int[] {2, 3});
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
}
