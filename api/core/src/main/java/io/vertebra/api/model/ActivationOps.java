package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import org.osgi.annotation.versioning.ProviderType;

/** The operations that map each value, or each row of values, to one of the same place. */
@ProviderType
public interface ActivationOps {
  /**
   * Replaces negative values by zero.
   *
   * @param input any shape
   * @return the shape of the input
   */
  NDArray relu(NDArray input);

  /**
   * Replaces negative values by zero where they are. Not for arrays whose values gradients need, as
   * those of {@link #tanh} and {@link #relu} do: taking these gradients would fail.
   *
   * @param input any shape; changed
   * @return the input
   */
  NDArray reluInPlace(NDArray input);

  /**
   * Takes the hyperbolic tangent.
   *
   * @param input any shape
   * @return the shape of the input
   */
  NDArray tanh(NDArray input);

  /**
   * Multiplies each value by the chance of a standard normal one to be below it (Hendrycks and
   * Gimpel, Gaussian Error Linear Units, 2016).
   *
   * @param input any shape
   * @param tanh whether the chance is approximated by {@code 0.5 (1 + tanh(sqrt(2 / pi) (x +
   *     0.044715 x^3)))}
   * @return the shape of the input
   */
  NDArray gelu(NDArray input, boolean tanh);

  /**
   * Maps each value to {@code 1 / (1 + exp(-x))}.
   *
   * @param input any shape
   * @return the shape of the input
   */
  NDArray sigmoid(NDArray input);

  /**
   * Multiplies each value by its sigmoid (Ramachandran et al., Searching for Activation Functions,
   * 2017: Swish).
   *
   * @param input any shape
   * @return the shape of the input
   */
  NDArray silu(NDArray input);

  /**
   * Maps each value to {@code x min(max(x + 3, 0), 6) / 6} (Howard et al., Searching for
   * MobileNetV3, 2019, section 5.2).
   *
   * @param input any shape
   * @return the shape of the input
   */
  NDArray hardSwish(NDArray input);

  /**
   * Replaces negative values by zero and those above 6 by 6.
   *
   * @param input any shape
   * @return the shape of the input
   */
  NDArray relu6(NDArray input);

  /**
   * Multiplies negative values by a number.
   *
   * @param input any shape
   * @param slope the number
   * @return the shape of the input
   */
  NDArray leakyRelu(NDArray input, double slope);

  /**
   * Multiplies each negative value by a number of its own, drawn evenly (Xu et al., Empirical
   * Evaluation of Rectified Activations in Convolutional Network, 2015: RReLU). Draws from the
   * random generator of the run.
   *
   * @param input any shape
   * @param lower the least number
   * @param upper the bound of the numbers
   * @return the shape of the input
   */
  NDArray randomLeakyRelu(NDArray input, double lower, double upper);

  /**
   * Multiplies each value by {@code tanh(log(1 + exp(x)))} (Misra, Mish: A Self Regularized
   * Non-Monotonic Activation Function, 2020).
   *
   * @param input any shape
   * @return the shape of the input
   */
  NDArray mish(NDArray input);

  /**
   * Multiplies negative values by a learned number (He et al., Delving Deep into Rectifiers, 2015).
   *
   * @param input N x C x ...
   * @param slopes one number, or C
   * @return the shape of the input
   */
  NDArray prelu(NDArray input, NDArray slopes);

  /**
   * Replaces negative values by {@code alpha * (exp(x) - 1)} (Clevert et al., Exponential Linear
   * Units, 2016).
   *
   * @param input any shape
   * @param alpha what the value of large negative inputs approaches, negated
   * @return the shape of the input
   */
  NDArray elu(NDArray input, double alpha);

  /**
   * Replaces values below a bound by it, and those above another.
   *
   * @param input any shape
   * @param low the lower bound
   * @param high the upper bound
   * @return the shape of the input
   */
  NDArray clamp(NDArray input, double low, double high);

  /**
   * Turns logits into probabilities, in float32 whatever the type of the input is.
   *
   * @param input any shape
   * @param axis the axis that sums to one; negative counts from the end
   * @return the shape of the input, float32
   */
  NDArray softmax(NDArray input, int axis);

  /**
   * Takes the logarithm of the {@link #softmax}, in float32 whatever the type of the input is.
   *
   * @param input any shape
   * @param axis the axis whose exponentials sum to one; negative counts from the end
   * @return the shape of the input, float32
   */
  NDArray logSoftmax(NDArray input, int axis);
}
