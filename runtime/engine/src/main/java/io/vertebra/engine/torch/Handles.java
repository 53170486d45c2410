package io.vertebra.engine.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;

/** Casts DJL's types to those of the one engine, with a readable refusal. */
final class Handles {
  private Handles() {}

  static PtNDManager manager(NDManager manager) {
    requireNonNull(manager, "manager is null");
    if (manager instanceof PtNDManager torch) {
      return torch;
    }
    throw refusal("manager", manager);
  }

  static PtNDArray array(NDArray array) {
    requireNonNull(array, "array is null");
    if (array instanceof PtNDArray torch) {
      return torch;
    }
    throw refusal("array", array);
  }

  private static IllegalArgumentException refusal(String what, Object found) {
    return new IllegalArgumentException(
        "The %s is a %s; native functions take only those of the PyTorch engine, made through TorchRuntime.newManager."
            .formatted(what, found.getClass().getName()));
  }
}
