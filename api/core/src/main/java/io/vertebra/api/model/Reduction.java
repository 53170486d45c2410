package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;

/** How the losses of a batch become one number. */
public enum Reduction {
  /** They stay as they are. A run cannot minimise that; code that calls the loss can use it. */
  NONE,
  /** By their mean; class weights do not enter the divisor. */
  MEAN,
  /** By their sum. */
  SUM;

  /**
   * Reduces losses.
   *
   * @param losses any shape
   * @return a scalar, or the losses for {@link #NONE}
   */
  public NDArray of(NDArray losses) {
    return switch (this) {
      case NONE -> losses;
      case MEAN -> losses.mean();
      case SUM -> losses.sum();
    };
  }
}
