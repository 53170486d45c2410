package io.vertebra.plugins.repvgg;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.nn.Conv2d;

/** A convolution named {@code conv}, and its norm, {@code norm}. */
final class NormedConvolution extends Layer {
  private final Conv2d convolution;
  private final Norm norm;

  NormedConvolution(Conv2d convolution, Norm norm) {
    this.convolution = addModule("conv", convolution);
    this.norm = addModule("norm", norm);
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return norm.consume(context, convolution.forward(context, input));
  }
}
