package io.vertebra.engine.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.engine.torch.TorchModule;

/**
 * Calls native functions by name.
 *
 * @param functions the functions
 */
record Calls(TorchModule functions) {
  /** Calls a function that returns one tensor, which belongs to the manager of the input. */
  NDArray array(String name, NDArray input, Object... others) {
    Object[] arguments = new Object[others.length + 1];
    arguments[0] = input;
    System.arraycopy(others, 0, arguments, 1, others.length);
    return functions.function(name).array(input.getManager(), arguments);
  }

  /** Calls a function for its effect. */
  void run(String name, Object... arguments) {
    functions.function(name).run(arguments);
  }
}
