package io.vertebra.engine.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.engine.torch.ScalarType;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.engine.torch.TorchFunction;
import io.vertebra.engine.torch.TorchModule;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.List;

/**
 * The operations in mixed precision, by the policy of PyTorch's autocast on a CPU ({@code
 * aten/src/ATen/autocast_mode.h}): convolutions, linear maps, matrix products and attention convert
 * what they are given to the lower type and compute in it, losses convert to float32, and
 * everything else computes in the type that it is given. A weight is converted once for each use,
 * and its gradient is that of the float32 weight.
 */
final class MixedOps extends TorchOps {
  private final Tensors tensors;
  private final ScalarType type;
  private final TorchFunction conv2d;
  private final TorchFunction conv2dWithBias;
  private final TorchFunction linear;
  private final TorchFunction linearWithBias;

  MixedOps(TorchRuntime runtime, ScalarType type) {
    super(runtime);
    this.tensors = new Tensors(runtime);
    this.type = type;
    TorchModule functions = runtime.module(MixedOps.class, "mixed");
    this.conv2d = functions.function("conv2d");
    this.conv2dWithBias = functions.function("conv2d_bias");
    this.linear = functions.function("linear");
    this.linearWithBias = functions.function("linear_bias");
  }

  @Override
  public NDArray conv2d(NDArray input, NDArray weight, NDArray bias, ConvSettings settings) {
    long[] stride = numbers(settings.stride());
    long[] padding = numbers(settings.padding());
    long[] dilation = numbers(settings.dilation());
    int groups = settings.groups();
    return bias == null
        ? conv2d.array(
            input.getManager(), input, weight, stride, padding, dilation, groups, type.code())
        : conv2dWithBias.array(
            input.getManager(),
            input,
            weight,
            bias,
            stride,
            padding,
            dilation,
            groups,
            type.code());
  }

  @Override
  public NDArray linear(NDArray input, NDArray weight, NDArray bias) {
    return bias == null
        ? linear.array(input.getManager(), input, weight, type.code())
        : linearWithBias.array(input.getManager(), input, weight, bias, type.code());
  }

  @Override
  public NDArray selfAttention(NDArray input, int heads, double dropout) {
    return super.selfAttention(lower(input), heads, dropout);
  }

  @Override
  public NDArray attention(
      NDArray query, NDArray key, NDArray value, NDArray bias, AttentionWeights settings) {
    return super.attention(
        lower(query), lower(key), lower(value), bias == null ? null : lower(bias), settings);
  }

  @Override
  public NDArray matmul(NDArray left, NDArray right) {
    return super.matmul(lower(left), lower(right));
  }

  private NDArray lower(NDArray input) {
    return tensors.toType(input.getManager(), input, type);
  }

  @Override
  public NDArray crossEntropy(NDArray logits, NDArray target) {
    return super.crossEntropy(toFloat32(logits), target);
  }

  @Override
  public NDArray crossEntropies(
      NDArray logits, NDArray target, List<Double> classWeights, double smoothing) {
    return super.crossEntropies(toFloat32(logits), target, classWeights, smoothing);
  }

  @Override
  public NDArray binaryCrossEntropies(
      NDArray logits, NDArray target, List<Double> classWeights, List<Double> positiveWeights) {
    return super.binaryCrossEntropies(toFloat32(logits), target, classWeights, positiveWeights);
  }
}
