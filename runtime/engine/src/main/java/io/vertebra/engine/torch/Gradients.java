package io.vertebra.engine.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.OptionalInt;

/**
 * Takes gradients of a loss, looks at them and clips them, without an array for each of them and
 * without touching the gradient fields of parameters. A gradient lies in memory as its parameter
 * does, since fused updates walk through both at once.
 */
public final class Gradients {
  private final TorchRuntime runtime;
  private final TorchFunction grad;
  private final TorchFunction gradOrZero;
  private final TorchFunction norm;
  private final TorchFunction clipNorm;
  private final TorchFunction clipValue;
  private final TorchFunction clipAdaptive;
  private final TorchFunction areFinite;
  private final TorchFunction firstNotFinite;
  private final TorchFunction unscale;
  private final TorchFunction addTo;

  /**
   * Compiles the functions.
   *
   * @param runtime the native library
   */
  public Gradients(TorchRuntime runtime) {
    this.runtime = requireNonNull(runtime, "runtime is null");
    TorchModule functions = runtime.module(Gradients.class, "gradients");
    grad = functions.function("grad");
    gradOrZero = functions.function("grad_or_zero");
    norm = functions.function("norm");
    clipNorm = functions.function("clip_norm_");
    clipValue = functions.function("clip_value_");
    clipAdaptive = functions.function("clip_adaptive_");
    areFinite = functions.function("are_finite");
    firstNotFinite = functions.function("first_not_finite");
    unscale = functions.function("unscale_");
    addTo = functions.function("grad_into_");
  }

  /**
   * Computes the gradients of a loss and releases its graph ({@code torch.autograd.grad}).
   *
   * @param loss a single number that depends on every one of the parameters
   * @param parameters tensors that require gradients
   * @return one gradient for each parameter, in their order, to be closed by the caller
   * @throws TorchException if a parameter does not require gradients or the loss does not depend on
   *     it
   */
  public TensorList of(NDArray loss, TensorList parameters) {
    return grad.list(loss, parameters);
  }

  /**
   * Computes the gradients of a loss that may leave out parameters, whose gradient is then zero.
   *
   * @param loss a single number
   * @param parameters tensors that require gradients
   * @return one gradient for each parameter, in their order, to be closed by the caller
   * @throws TorchException if a parameter does not require gradients
   */
  public TensorList orZero(NDArray loss, TensorList parameters) {
    return gradOrZero.list(loss, parameters);
  }

  /**
   * Goes back from an array whose own gradient is known, adds the gradients of parameters to sums,
   * and gives those of other arrays.
   *
   * @param sums what is added to, one for each parameter
   * @param output the array, with a graph
   * @param gradient its gradient, in its shape
   * @param parameters tensors that require gradients
   * @param others further arrays that require gradients
   * @param keepGraph whether the graph can be gone through again
   * @param owner owns the results
   * @return one gradient for each of the others, without an element where the output does not
   *     depend on it
   */
  public List<NDArray> addTo(
      TensorList sums,
      NDArray output,
      NDArray gradient,
      TensorList parameters,
      List<NDArray> others,
      boolean keepGraph,
      NDManager owner) {
    try (TensorList list = TensorList.of(runtime, others)) {
      return GradMode.ON.get(
          () -> addTo.arrays(owner, sums, output, gradient, parameters, list, keepGraph));
    }
  }

  /**
   * Tells whether no gradient holds an infinity or what is not a number.
   *
   * @param gradients the gradients, all on one device
   * @return true if all are finite, also where there are none
   */
  public boolean areFinite(TensorList gradients) {
    return GradMode.OFF.get(() -> areFinite.test(gradients, Double.POSITIVE_INFINITY));
  }

  /**
   * Finds the first gradient that holds an infinity or what is not a number.
   *
   * @param gradients the gradients
   * @return its position from 0, or empty where all are finite
   */
  public OptionalInt firstNotFinite(TensorList gradients) {
    int index = Math.toIntExact(firstNotFinite.integer(gradients));
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /**
   * Multiplies gradients in place and looks at them on the way ({@code
   * torch._amp_foreach_non_finite_check_and_unscale_}).
   *
   * @param gradients the gradients, all on one device
   * @param factor what each value is multiplied by
   * @return whether all were finite before
   */
  public boolean unscale(TensorList gradients, double factor) {
    return GradMode.OFF.get(() -> unscale.test(gradients, factor));
  }

  /**
   * Returns the norm of all gradients seen as one vector.
   *
   * @param owner owns the result
   * @param gradients the gradients, all on one device
   * @param order the p of the p-norm; infinity takes the largest magnitude
   * @return a single number on the device, 0 for an empty list
   */
  public NDArray norm(NDManager owner, TensorList gradients, double order) {
    return norm.array(owner, gradients, order);
  }

  /**
   * Scales gradients in place so that their common norm is at most a limit, as {@code
   * torch.nn.utils.clip_grad_norm_} does: by {@code min(1, limit / (norm + 1e-6))}.
   *
   * @param owner owns the result
   * @param gradients the gradients, all on one device
   * @param limit the largest norm, positive
   * @param order the p of the p-norm; infinity takes the largest magnitude
   * @return the norm before scaling, a single number on the device
   */
  public NDArray clipNorm(NDManager owner, TensorList gradients, double limit, double order) {
    checkLimit(limit);
    return GradMode.OFF.get(() -> clipNorm.array(owner, gradients, limit, order));
  }

  /**
   * Limits every component of the gradients in place to {@code [-limit, limit]}, as {@code
   * torch.nn.utils.clip_grad_value_} does.
   *
   * @param gradients the gradients
   * @param limit the largest magnitude, positive
   */
  public void clipValue(TensorList gradients, double limit) {
    checkLimit(limit);
    GradMode.OFF.run(() -> clipValue.run(gradients, limit));
  }

  /**
   * Limits the norm of the gradient of each output unit to a part of the norm of its weights (Brock
   * et al., High-Performance Large-Scale Image Recognition Without Normalization, 2021, section
   * 4.1), as {@code timm.utils.adaptive_clip_grad} does.
   *
   * @param gradients the gradients
   * @param parameters the parameters, in the same order
   * @param factor the part of the norm of the weights that is allowed, positive
   * @param floor the least norm that weights are taken to have
   */
  public void clipAdaptive(
      TensorList gradients, TensorList parameters, double factor, double floor) {
    checkLimit(factor);
    GradMode.OFF.run(() -> clipAdaptive.run(gradients, parameters, factor, floor));
  }

  private static void checkLimit(double limit) {
    if (!(limit > 0)) {
      throw new IllegalArgumentException("The limit is " + limit + "; it must be positive");
    }
  }
}
