package io.vertebra.families.residual;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Norm;
import io.vertebra.nn.Conv2d;

/**
 * A convolution and the norm of its output.
 *
 * @param convolution the convolution
 * @param norm the norm
 */
public record ConvNorm(Conv2d convolution, Norm norm) {
  /** Checks that both are there. */
  public ConvNorm {
    requireNonNull(convolution, "convolution is null");
    requireNonNull(norm, "norm is null");
  }

  /**
   * Convolves and normalises.
   *
   * @param context the arrays and operations of this pass
   * @param input N x C x H x W
   * @return N x K x H' x W'
   */
  public NDArray forward(Context context, NDArray input) {
    return norm.consume(context, convolution.forward(context, input));
  }

  /**
   * Convolves and normalises an array that nothing else needs, as {@link
   * io.vertebra.api.model.Layer#consume} does.
   *
   * @param context the arrays and operations of this pass
   * @param input N x C x H x W, closed
   * @return N x K x H' x W'
   */
  public NDArray consume(Context context, NDArray input) {
    return norm.consume(context, convolution.consume(context, input));
  }
}
