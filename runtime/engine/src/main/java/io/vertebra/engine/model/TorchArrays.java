package io.vertebra.engine.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.ArrayOps;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.List;

/** Operations that join, cut and rearrange arrays, on the native library. */
abstract class TorchArrays extends TorchActivations implements ArrayOps {
  private final TorchRuntime runtime;
  private final Calls calls;

  TorchArrays(TorchRuntime runtime) {
    super(runtime);
    this.runtime = runtime;
    this.calls = new Calls(runtime.module(TorchArrays.class, "arrays"));
  }

  @Override
  public NDArray concat(List<NDArray> inputs, int axis) {
    try (TensorList list = TensorList.of(runtime, inputs)) {
      return calls.functions().function("concat").array(inputs.get(0).getManager(), list, axis);
    }
  }

  @Override
  public List<NDArray> split(NDArray input, List<Integer> sizes, int axis) {
    return calls
        .functions()
        .function("split")
        .arrays(input.getManager(), input, numbers(sizes), axis);
  }

  @Override
  public NDArray channelShuffle(NDArray input, int groups) {
    return calls.array("channel_shuffle", input, groups);
  }

  @Override
  public NDArray roll(NDArray input, List<Integer> shifts, List<Integer> axes) {
    return calls.array("roll", input, numbers(shifts), numbers(axes));
  }

  @Override
  public NDArray selectRows(NDArray table, NDArray rows) {
    return calls.array("select_rows", table, rows);
  }

  @Override
  public NDArray normalize(NDArray input, int axis) {
    return calls.array("normalize", input, axis);
  }

  @Override
  public NDArray matmul(NDArray left, NDArray right) {
    return calls.array("matmul", left, right);
  }

  @Override
  public NDArray prependTokens(NDArray tokens, NDArray input) {
    return calls.array("prepend_tokens", tokens, input);
  }

  private static long[] numbers(List<Integer> values) {
    return values.stream().mapToLong(Integer::longValue).toArray();
  }
}
