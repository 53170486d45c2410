package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;

/**
 * A sigmoid made of three lines (Howard et al., Searching for MobileNetV3, 2019, section 5.2),
 * {@code mmcv.cnn.HSigmoid}: {@code min(max((x + bias) / divisor, low), high)}. Any shape to the
 * same shape.
 */
public class HardSigmoid extends Activation {
  private final double bias;
  private final double divisor;
  private final double low;
  private final double high;

  /**
   * Makes the activation.
   *
   * @param bias what is added
   * @param divisor what the sum is divided by, not 0
   * @param low the least value
   * @param high the greatest value
   */
  public HardSigmoid(double bias, double divisor, double low, double high) {
    if (divisor == 0) {
      throw new IllegalArgumentException(
          "divisor is 0, but the sum of value and bias is divided by it: take another, such as 6");
    }
    this.bias = bias;
    this.divisor = divisor;
    this.low = low;
    this.high = high;
  }

  /** Makes PyTorch's, {@code torch.nn.Hardsigmoid}: bias 3, divisor 6, from 0 to 1. */
  public HardSigmoid() {
    this(3, 6, 0, 1);
  }

  @Override
  public final NDArray forward(Context context, NDArray input) {
    return context.ops().clamp(input.add(bias).div(divisor), low, high);
  }
}
