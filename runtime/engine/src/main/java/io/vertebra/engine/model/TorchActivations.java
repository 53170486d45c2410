package io.vertebra.engine.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.ActivationOps;
import io.vertebra.engine.torch.TorchRuntime;

/** Activations on the native library. */
abstract class TorchActivations implements ActivationOps {
  private final Calls calls;

  TorchActivations(TorchRuntime runtime) {
    this.calls = new Calls(runtime.module(TorchActivations.class, "activations"));
  }

  @Override
  public NDArray relu(NDArray input) {
    return input.getNDArrayInternal().relu();
  }

  @Override
  public NDArray reluInPlace(NDArray input) {
    calls.run("relu_", input);
    return input;
  }

  @Override
  public NDArray tanh(NDArray input) {
    return input.tanh();
  }

  @Override
  public NDArray gelu(NDArray input, boolean tanh) {
    return calls.array("gelu", input, tanh ? "tanh" : "none");
  }

  @Override
  public NDArray sigmoid(NDArray input) {
    return calls.array("sigmoid", input);
  }

  @Override
  public NDArray silu(NDArray input) {
    return calls.array("silu", input);
  }

  @Override
  public NDArray hardSwish(NDArray input) {
    return calls.array("hard_swish", input);
  }

  @Override
  public NDArray relu6(NDArray input) {
    return calls.array("relu6", input);
  }

  @Override
  public NDArray leakyRelu(NDArray input, double slope) {
    return calls.array("leaky_relu", input, slope);
  }

  @Override
  public NDArray randomLeakyRelu(NDArray input, double lower, double upper) {
    return calls.array("random_leaky_relu", input, lower, upper);
  }

  @Override
  public NDArray mish(NDArray input) {
    return calls.array("mish", input);
  }

  @Override
  public NDArray prelu(NDArray input, NDArray slopes) {
    return calls.array("prelu", input, slopes);
  }

  @Override
  public NDArray elu(NDArray input, double alpha) {
    return calls.array("elu", input, alpha);
  }

  @Override
  public NDArray clamp(NDArray input, double low, double high) {
    return calls.array("clamp", input, low, high);
  }

  // Not DJL's own: on bfloat16 it aborts the process.
  @Override
  public NDArray softmax(NDArray input, int axis) {
    return calls.array("softmax", input, axis);
  }

  @Override
  public NDArray logSoftmax(NDArray input, int axis) {
    return calls.array("log_softmax", input, axis);
  }
}
