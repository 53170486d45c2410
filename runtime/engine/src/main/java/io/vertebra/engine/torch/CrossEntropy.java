package io.vertebra.engine.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Cross entropy between logits and labels in one native operation ({@code
 * torch.nn.functional.cross_entropy}).
 */
public final class CrossEntropy {
  private final TorchFunction function;

  /**
   * Compiles the function.
   *
   * @param runtime the native library
   */
  public CrossEntropy(TorchRuntime runtime) {
    function =
        requireNonNull(runtime, "runtime is null")
            .module(CrossEntropy.class, "losses")
            .function("cross_entropy");
  }

  /**
   * Computes the loss.
   *
   * @param owner owns the result
   * @param logits scores before softmax, N x C
   * @param target either class indices, N of int64, or class probabilities, N x C of the type of
   *     the logits
   * @param options the options
   * @return N losses for {@link Reduction#NONE}, a single number otherwise; NaN for a mean over no
   *     sample
   * @throws TorchException if shapes or types do not fit or a class index is out of range
   */
  public NDArray loss(
      NDManager owner, NDArray logits, NDArray target, CrossEntropyOptions options) {
    return function.array(
        owner,
        logits,
        target,
        options.reduction().code(),
        options.ignoreIndex(),
        options.labelSmoothing());
  }
}
