package io.vertebra.api.train;

import org.osgi.annotation.versioning.ProviderType;

/** Updates of many arrays in one native call. */
@ProviderType
public interface OptimizerOps {
  /**
   * Updates by stochastic gradient descent, as {@code torch.optim.SGD} does.
   *
   * @param group the group; parameters and momentum are changed in place
   * @param momentum the slot of momentum buffers, or null for none
   * @param settings the numbers
   */
  void sgd(ParameterGroup group, TensorList momentum, SgdSettings settings);

  /**
   * Numbers of stochastic gradient descent.
   *
   * @param learningRate the step size
   * @param momentum the part of the buffer that is kept
   * @param dampening the part of the gradient that does not enter the buffer, but for the first
   * @param weightDecay the part of the parameter that is added to its gradient
   * @param nesterov whether to look ahead along the momentum
   */
  record SgdSettings(
      double learningRate,
      double momentum,
      double dampening,
      double weightDecay,
      boolean nesterov) {}
}
