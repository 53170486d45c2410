package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.options.IntPair;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The operations of networks beyond plain arithmetic. Results belong to the scope of the pass.
 * Where nothing else is said an operation is PyTorch's of the same name ({@code
 * torch.nn.functional}), and pairs are height, then width.
 */
@ProviderType
public interface Ops extends ActivationOps, ArrayOps, LossOps {
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
   * Normalises the last axis of each position by its own mean and variance (Ba et al., Layer
   * Normalization, 2016).
   *
   * @param input ... x C
   * @param weight C
   * @param bias C
   * @param epsilon what is added to the variance
   * @return the shape of the input
   */
  NDArray layerNorm(NDArray input, NDArray weight, NDArray bias, double epsilon);

  /**
   * Normalises the channels of each position by their mean and variance: {@link #layerNorm} of
   * feature maps ({@code mmpretrain.models.utils.LayerNorm2d}).
   *
   * @param input N x C x H x W
   * @param weight C
   * @param bias C
   * @param epsilon what is added to the variance
   * @return N x C x H x W; the channels of a position lie side by side in memory
   */
  NDArray layerNorm2d(NDArray input, NDArray weight, NDArray bias, double epsilon);

  /**
   * Normalises each group of channels of a sample by its mean and variance (Wu and He, Group
   * Normalization, 2018).
   *
   * @param input N x C x ...
   * @param groups how many groups of neighbouring channels there are; divides C
   * @param weight C
   * @param bias C
   * @param epsilon what is added to the variance
   * @return the shape of the input
   */
  NDArray groupNorm(NDArray input, int groups, NDArray weight, NDArray bias, double epsilon);

  /**
   * Scales each channel by its norm over all positions, relative to the mean norm of the channels,
   * and adds the input (Woo et al., ConvNeXt V2, 2023, section 3.2; {@code
   * mmpretrain.models.utils.GRN}): {@code weight * input * norm / (mean norm + epsilon) + bias +
   * input}.
   *
   * @param input N x H x W x C
   * @param weight C
   * @param bias C
   * @param epsilon what is added to the mean norm
   * @return N x H x W x C
   */
  NDArray globalResponseNorm(NDArray input, NDArray weight, NDArray bias, double epsilon);

  /**
   * Lets each position of a sequence take the mean of the values of all positions, weighted by the
   * softmax of query times key over the square root of the size of a head (Vaswani et al.,
   * Attention Is All You Need, 2017, section 3.2); {@code scaled_dot_product_attention}. Memory
   * does not grow with the square of the length where the native library has a kernel for it.
   *
   * @param input N x L x 3C: queries, keys and values side by side, each divided into heads
   * @param heads how many heads; divides C
   * @param dropout the chance of a weight to be dropped, in [0, 1); 0 out of training
   * @return N x L x C, the heads side by side
   */
  NDArray selfAttention(NDArray input, int heads, double dropout);

  /**
   * Lets each query take the mean of all values, weighted by the softmax of query times key; {@code
   * scaled_dot_product_attention}.
   *
   * @param query N x heads x L x D; more axes may stand before the heads, in all arrays alike
   * @param key N x heads x S x D
   * @param value N x heads x S x E
   * @param bias what is added to the scaled products before the softmax, of a shape that can be
   *     broadcast to N x heads x L x S; negative infinity hides a value; null for none
   * @param settings scale and dropout
   * @return N x heads x L x E
   */
  NDArray attention(
      NDArray query, NDArray key, NDArray value, NDArray bias, AttentionWeights settings);

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
   * Takes the mean of windows that cover the input evenly, whatever its size is.
   *
   * @param input N x C x H x W
   * @param size H' and W'
   * @return N x C x H' x W'
   */
  NDArray adaptiveAvgPool2d(NDArray input, IntPair size);

  /**
   * Takes the maximum of windows that cover the input evenly, whatever its size is.
   *
   * @param input N x C x H x W
   * @param size H' and W'
   * @return N x C x H' x W'
   */
  NDArray adaptiveMaxPool2d(NDArray input, IntPair size);

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
   * Replaces values by zero at random and divides the others by the chance to be kept, so that the
   * mean stays. Draws from the random generator of the run.
   *
   * @param input any shape
   * @param rate the chance of each value to become zero, in [0, 1)
   * @return the shape of the input
   */
  NDArray dropout(NDArray input, double rate);

  /**
   * Adds zeros around feature maps; a negative number takes rows or columns away.
   *
   * @param input N x C x H x W
   * @param before rows added on top, columns added at the left
   * @param after rows added at the bottom, columns added at the right
   * @return N x C x H' x W'
   */
  NDArray pad2d(NDArray input, IntPair before, IntPair after);

  /**
   * Changes the size of feature maps without aligning corners; {@code interpolate(input, size,
   * mode=mode, align_corners=False)}.
   *
   * @param input N x C x H x W
   * @param size H' and W'
   * @param mode {@link Interpolation#BILINEAR} or {@link Interpolation#BICUBIC} with a = -0.75
   * @return N x C x H' x W'
   * @throws IllegalArgumentException for another mode
   */
  NDArray interpolate(NDArray input, IntPair size, Interpolation mode);

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
   * How the weights of an {@link #attention} are made.
   *
   * @param scale what the product of query and key is multiplied by
   * @param dropout the chance of a weight to be dropped, in [0, 1); 0 out of training
   */
  record AttentionWeights(double scale, double dropout) {}

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
