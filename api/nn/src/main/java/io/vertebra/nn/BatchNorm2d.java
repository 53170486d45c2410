package io.vertebra.nn;

/**
 * A {@link BatchNorm} of feature maps, {@code torch.nn.BatchNorm2d}: N x C x H x W to the same
 * shape.
 */
public class BatchNorm2d extends BatchNorm {
  /**
   * Makes a batch norm.
   *
   * @param features channels of the input
   * @param epsilon what is added to the variance
   * @param momentum the weight of a batch in the update of the running statistics
   */
  public BatchNorm2d(int features, double epsilon, double momentum) {
    super(features, epsilon, momentum);
  }

  /**
   * Makes a batch norm with PyTorch's epsilon, 1e-5, and momentum, 0.1.
   *
   * @param features channels of the input
   */
  public BatchNorm2d(int features) {
    this(features, 1e-5, 0.1);
  }
}
