package io.vertebra.engine.torch;

import ai.djl.ndarray.NDManager;

/** Gradient descent with a momentum of 0.9, fused as optimizers do it. */
final class FusedDescent {
  private static final String TEXT =
      """
      def update_(self, parameters: List[Tensor], gradients: List[Tensor], buffers: List[Tensor],
                  lr: float, first: bool) -> None:
          torch._fused_sgd_(parameters, gradients, buffers, weight_decay=0., momentum=0.9, lr=lr,
                            dampening=0., nesterov=False, maximize=False, is_first_step=first)
      """;

  private final TorchFunction update;

  FusedDescent(TorchRuntime runtime, NDManager owner) {
    update = runtime.compile(owner, "descent", TEXT).function("update_");
  }

  void update(
      TensorList parameters, TensorList gradients, TensorList buffers, double lr, boolean first) {
    GradMode.OFF.run(() -> update.run(parameters, gradients, buffers, lr, first));
  }
}
