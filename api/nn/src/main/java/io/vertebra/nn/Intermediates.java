package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/**
 * Operations on arrays that nothing else needs, which they close, as {@link
 * io.vertebra.api.model.Layer#consume} does. What gradients need is kept by the native library.
 */
public final class Intermediates {
  private Intermediates() {}

  /**
   * Adds the output of a branch to what goes around it, in the memory of the branch where both are
   * of one type. The branch therefore must not end with an operation whose gradient needs its own
   * output, such as a ReLU or a sigmoid.
   *
   * @param branch the output; closed unless it is the sum or the shortcut itself
   * @param shortcut an array of the same shape; stays with the caller
   * @return the sum
   */
  public static NDArray sum(NDArray branch, NDArray shortcut) {
    if (branch != shortcut && branch.getDataType() == shortcut.getDataType()) {
      return branch.addi(shortcut);
    }
    NDArray sum = shortcut.add(branch);
    if (branch != shortcut) {
      branch.close();
    }
    return sum;
  }

  /**
   * Applies an operation.
   *
   * @param array the array; closed unless it is also the result
   * @param operation the operation
   * @return its result
   */
  public static NDArray map(NDArray array, UnaryOperator<NDArray> operation) {
    NDArray result = operation.apply(array);
    if (result != array) {
      array.close();
    }
    return result;
  }
}
