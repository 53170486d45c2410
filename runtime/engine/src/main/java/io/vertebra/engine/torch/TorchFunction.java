package io.vertebra.engine.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.RecordingCalls;

/**
 * A native function, called by the kind of its result.
 *
 * <p>Arguments are given in the order of the text without {@code self}: an {@link NDArray} for
 * {@code Tensor}, a {@link TensorList} for {@code List[Tensor]}, {@code double} or {@code float}
 * for {@code float}, {@code long} or {@code int} for {@code int}, {@code boolean} for {@code bool},
 * {@code String} for {@code str}, {@code long[]} for {@code List[int]} and {@code double[]} for
 * {@code List[float]}. Arguments stay the caller's. A call runs under the {@link GradMode} of its
 * thread. A call throws {@link TorchException} when the function fails and {@link
 * IllegalArgumentException} for an argument of another type.
 */
public final class TorchFunction {
  private final TorchModule module;
  private final String name;

  TorchFunction(TorchModule module, String name) {
    this.module = module;
    this.name = name;
  }

  /**
   * Calls a function that returns a {@code Tensor}.
   *
   * @param owner owns the result
   * @param arguments the arguments
   * @return the tensor
   */
  public NDArray array(NDManager owner, Object... arguments) {
    requireNonNull(owner, "owner is null");
    try (IValue result = call(arguments)) {
      return result.toTensor(Handles.manager(owner));
    }
  }

  /**
   * Calls a function that returns a {@code List[Tensor]} or a tuple of tensors, for few of them.
   *
   * @param owner owns the results
   * @param arguments the arguments
   * @return the tensors
   */
  public NDList arrays(NDManager owner, Object... arguments) {
    requireNonNull(owner, "owner is null");
    try (IValue result = call(arguments)) {
      return result.toNDList(Handles.manager(owner));
    }
  }

  /**
   * Calls a function that returns a {@code List[Tensor]}, which stays in native memory.
   *
   * @param arguments the arguments
   * @return the list, to be closed by the caller
   */
  public TensorList list(Object... arguments) {
    return new TensorList(module.runtime(), call(arguments));
  }

  /**
   * Calls a function that returns an {@code int}.
   *
   * @param arguments the arguments
   * @return the number
   */
  public long integer(Object... arguments) {
    try (IValue result = call(arguments)) {
      return result.toLong();
    }
  }

  /**
   * Calls a function that returns a {@code float}.
   *
   * @param arguments the arguments
   * @return the number
   */
  public double number(Object... arguments) {
    try (IValue result = call(arguments)) {
      return result.toDouble();
    }
  }

  /**
   * Calls a function that returns a {@code bool}.
   *
   * @param arguments the arguments
   * @return the truth value
   */
  public boolean test(Object... arguments) {
    try (IValue result = call(arguments)) {
      return result.toBoolean();
    }
  }

  /**
   * Calls a function for its effect.
   *
   * @param arguments the arguments
   */
  public void run(Object... arguments) {
    call(arguments).close();
  }

  private IValue call(Object... arguments) {
    try (Arguments values = Arguments.of(arguments)) {
      return RecordingCalls.run(module.block(), name, values.values());
    } catch (EngineException e) {
      throw new TorchException(
          "%s.%s failed: %s".formatted(module.name(), name, TorchException.reason(e)), e);
    }
  }
}
