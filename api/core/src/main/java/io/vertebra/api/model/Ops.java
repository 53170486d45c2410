package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.options.IntPair;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The operations of networks beyond plain arithmetic. Results belong to the scope of the pass.
 * Where nothing else is said an operation is PyTorch's of the same name ({@code
 * torch.nn.functional}), and pairs are height, then width.
 */
@ProviderType
public interface Ops {
  /**
   * Convolves in two dimensions.
   *
   * @param input N x C x H x W
   * @param weight K x C/groups x R x S
   * @param bias K, or null for none
   * @param settings stride, padding, dilation and groups
   * @return N x K x H' x W'
   */
  NDArray conv2d(NDArray input, NDArray weight, NDArray bias, ConvSettings settings);

  /**
   * Multiplies by a weight and adds a bias.
   *
   * @param input ... x C
   * @param weight K x C
   * @param bias K, or null for none
   * @return ... x K
   */
  NDArray linear(NDArray input, NDArray weight, NDArray bias);

  /**
   * Normalises each channel over a batch, or by running statistics. In training the running
   * statistics are updated in place.
   *
   * @param input N x C x ...
   * @param weight C
   * @param bias C
   * @param statistics the running mean and variance, and how they are used
   * @return the shape of the input
   */
  NDArray batchNorm(NDArray input, NDArray weight, NDArray bias, BatchStatistics statistics);

  /**
   * Takes the maximum of each window; padding counts as negative infinity.
   *
   * @param input N x C x H x W
   * @param settings size, step and padding of the window
   * @return N x C x H' x W'
   */
  NDArray maxPool2d(NDArray input, PoolSettings settings);

  /**
   * Takes the mean of each window.
   *
   * @param input N x C x H x W
   * @param settings size, step and padding of the window
   * @param countPadding whether padding counts, as zeros that are part of the mean; positions that
   *     only the ceiling adds never count
   * @return N x C x H' x W'
   */
  NDArray avgPool2d(NDArray input, PoolSettings settings, boolean countPadding);

  /**
   * Takes the mean over all positions.
   *
   * @param input N x C x H x W
   * @return N x C
   */
  NDArray globalAvgPool2d(NDArray input);

  /**
   * Replaces whole samples by zeros at random and divides the others by the chance to be kept, so
   * that the mean stays (Huang et al., Deep Networks with Stochastic Depth, 2016). Draws from the
   * random generator of the run.
   *
   * @param input N x ...
   * @param rate the chance of each sample to become zeros, in [0, 1)
   * @return the shape of the input
   */
  NDArray dropPath(NDArray input, double rate);

  /**
   * Replaces negative values by zero.
   *
   * @param input any shape
   * @return the shape of the input
   */
  NDArray relu(NDArray input);

  /**
   * Takes the hyperbolic tangent.
   *
   * @param input any shape
   * @return the shape of the input
   */
  NDArray tanh(NDArray input);

  /**
   * Turns logits into probabilities.
   *
   * @param input any shape
   * @param axis the axis that sums to one; negative counts from the end
   * @return the shape of the input
   */
  NDArray softmax(NDArray input, int axis);

  /**
   * Averages the cross entropy of logits against class indices over a batch.
   *
   * @param logits N x classes
   * @param target N, int64 class indices
   * @return a scalar
   */
  NDArray crossEntropy(NDArray logits, NDArray target);

  /**
   * Converts to float32 without cutting the gradient.
   *
   * @param input any shape and type
   * @return the shape of the input, float32
   */
  NDArray toFloat32(NDArray input);

  /**
   * Settings of a convolution.
   *
   * @param stride step of the window
   * @param padding rows and columns of zeros added at each side
   * @param dilation distance between the taps of the window
   * @param groups number of groups of channels that are convolved apart
   */
  record ConvSettings(IntPair stride, IntPair padding, IntPair dilation, int groups) {
    /** Stride 1, no padding, no dilation, one group. */
    public static final ConvSettings PLAIN =
        new ConvSettings(IntPair.of(1), IntPair.of(0), IntPair.of(1), 1);
  }

  /**
   * Settings of a pooling.
   *
   * @param kernel size of the window
   * @param stride step of the window
   * @param padding rows and columns added at each side
   * @param ceilMode whether a last window that reaches beyond the input and its padding is kept
   */
  record PoolSettings(IntPair kernel, IntPair stride, IntPair padding, boolean ceilMode) {}

  /**
   * Statistics of a batch norm.
   *
   * @param runningMean C
   * @param runningVariance C
   * @param batches a scalar, int64: how many batches the running statistics were updated by
   * @param useBatch whether to normalise by the batch, update the running statistics and count the
   *     batch
   * @param momentum the weight of the batch in the update, as in PyTorch
   * @param epsilon what is added to the variance
   */
  record BatchStatistics(
      NDArray runningMean,
      NDArray runningVariance,
      NDArray batches,
      boolean useBatch,
      double momentum,
      double epsilon) {}
}
