package io.vertebra.engine.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.options.IntPair;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The operations, each of which tells how much it computed. Those that cost little, such as
 * activations and sums, tell nothing.
 */
public final class ObservedOps extends TorchOps {
  /** Operations on each value of a norm in evaluation: a product and a sum. */
  private static final long BATCH_NORM = 2;

  /** Operations on each value of a norm by its own statistics, as mmengine and fvcore count. */
  private static final long LAYER_NORM = 5;

  private final Consumer<Work> listener;

  /** Kinds of operations. */
  public enum Operation {
    /** Convolutions. */
    CONV,
    /** Linear maps. */
    LINEAR,
    /** Products of matrices. */
    MATMUL,
    /** Both products of an attention. */
    ATTENTION,
    /** Norms. */
    NORM,
    /** Means over windows. */
    POOLING
  }

  /**
   * What an operation computed.
   *
   * @param operation its kind
   * @param weight its weight, where it has one
   * @param output the shape of what it gave
   * @param multiplyAdds how many products and sums it took, as pairs
   */
  public record Work(
      Operation operation, Optional<NDArray> weight, Shape output, long multiplyAdds) {}

  /**
   * Makes the operations.
   *
   * @param runtime the native library
   * @param listener is told of each operation after it
   */
  public ObservedOps(TorchRuntime runtime, Consumer<Work> listener) {
    super(runtime);
    this.listener = requireNonNull(listener, "listener is null");
  }

  private NDArray tell(Operation operation, NDArray weight, NDArray output, long multiplyAdds) {
    listener.accept(
        new Work(operation, Optional.ofNullable(weight), output.getShape(), multiplyAdds));
    return output;
  }

  /** Each value of the output takes as many products as a filter has values. */
  @Override
  public NDArray conv2d(NDArray input, NDArray weight, NDArray bias, ConvSettings settings) {
    NDArray output = super.conv2d(input, weight, bias, settings);
    long filter = weight.size() / weight.getShape().get(0);
    return tell(Operation.CONV, weight, output, output.size() * filter);
  }

  @Override
  public NDArray linear(NDArray input, NDArray weight, NDArray bias) {
    NDArray output = super.linear(input, weight, bias);
    return tell(Operation.LINEAR, weight, output, input.size() * weight.getShape().get(0));
  }

  @Override
  public NDArray matmul(NDArray left, NDArray right) {
    NDArray output = super.matmul(left, right);
    Shape shape = left.getShape();
    long inner = shape.get(shape.dimension() - 1);
    return tell(Operation.MATMUL, null, output, output.size() * inner);
  }

  @Override
  public NDArray selfAttention(NDArray input, int heads, double dropout) {
    NDArray output = super.selfAttention(input, heads, dropout);
    return tell(Operation.ATTENTION, null, output, 2 * output.size() * input.getShape().get(1));
  }

  @Override
  public NDArray attention(
      NDArray query, NDArray key, NDArray value, NDArray bias, AttentionWeights settings) {
    NDArray output = super.attention(query, key, value, bias, settings);
    Shape keys = key.getShape();
    long products = (query.size() + output.size()) * keys.get(keys.dimension() - 2);
    return tell(Operation.ATTENTION, null, output, products);
  }

  @Override
  public NDArray batchNorm(
      NDArray input, NDArray weight, NDArray bias, BatchStatistics statistics) {
    NDArray output = super.batchNorm(input, weight, bias, statistics);
    return tell(Operation.NORM, weight, output, BATCH_NORM * output.size());
  }

  @Override
  public NDArray layerNorm(NDArray input, NDArray weight, NDArray bias, double epsilon) {
    NDArray output = super.layerNorm(input, weight, bias, epsilon);
    return tell(Operation.NORM, weight, output, LAYER_NORM * output.size());
  }

  @Override
  public NDArray layerNorm2d(NDArray input, NDArray weight, NDArray bias, double epsilon) {
    NDArray output = super.layerNorm2d(input, weight, bias, epsilon);
    return tell(Operation.NORM, weight, output, LAYER_NORM * output.size());
  }

  @Override
  public NDArray groupNorm(
      NDArray input, int groups, NDArray weight, NDArray bias, double epsilon) {
    NDArray output = super.groupNorm(input, groups, weight, bias, epsilon);
    return tell(Operation.NORM, weight, output, LAYER_NORM * output.size());
  }

  @Override
  public NDArray globalAvgPool2d(NDArray input) {
    return tell(Operation.POOLING, null, super.globalAvgPool2d(input), input.size());
  }

  @Override
  public NDArray adaptiveAvgPool2d(NDArray input, IntPair size) {
    return tell(Operation.POOLING, null, super.adaptiveAvgPool2d(input, size), input.size());
  }
}
