package io.vertebra.engine.torch;

import static java.util.Objects.requireNonNull;

/**
 * One step of stochastic gradient descent for all tensors of a group in one native call.
 *
 * <p>The rule is that of {@code torch.optim.SGD} (Sutskever et al., On the importance of
 * initialization and momentum in deep learning, 2013, in PyTorch's form, where the learning rate is
 * outside the momentum buffer). State is the caller's.
 */
public final class FusedSgd {
  private final TorchFunction update;

  /**
   * Compiles the function.
   *
   * @param runtime the native library
   */
  public FusedSgd(TorchRuntime runtime) {
    update =
        requireNonNull(runtime, "runtime is null")
            .module(FusedSgd.class, "sgd")
            .function("update_");
  }

  /**
   * Updates parameters in place.
   *
   * @param parameters the parameters, all of one type and device
   * @param gradients one gradient for each parameter
   * @param buffers one momentum buffer for each parameter, updated in place; read only after the
   *     first step; an empty list where the momentum is 0
   * @param options the coefficients of this step
   * @param first whether this is the first step, which fills the buffers with the gradients
   */
  public void update(
      TensorList parameters,
      TensorList gradients,
      TensorList buffers,
      SgdOptions options,
      boolean first) {
    GradMode.OFF.run(
        () ->
            update.run(
                parameters,
                gradients,
                buffers,
                options.lr(),
                options.momentum(),
                options.dampening(),
                options.weightDecay(),
                options.nesterov(),
                options.maximize(),
                first));
  }
}
