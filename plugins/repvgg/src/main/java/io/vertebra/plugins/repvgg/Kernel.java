package io.vertebra.plugins.repvgg;

import ai.djl.ndarray.NDArray;

/**
 * The arrays of a 3 x 3 convolution.
 *
 * @param weight K x C x 3 x 3
 * @param bias K
 */
record Kernel(NDArray weight, NDArray bias) {
  /** The kernel of the sum of two convolutions. */
  Kernel add(Kernel other) {
    return new Kernel(weight.add(other.weight), bias.add(other.bias));
  }
}
