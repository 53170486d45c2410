package io.vertebra.nn;

/** A {@link BatchNorm} of vectors, {@code torch.nn.BatchNorm1d}: N x C to the same shape. */
public class BatchNorm1d extends BatchNorm {
  /**
   * Makes a batch norm.
   *
   * @param features channels of the input
   * @param epsilon what is added to the variance
   * @param momentum the weight of a batch in the update of the running statistics
   */
  public BatchNorm1d(int features, double epsilon, double momentum) {
    super(features, epsilon, momentum);
  }
}
