package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;

/**
 * A convolution, a norm and an activation, {@code mmcv.cnn.ConvModule}: {@code conv}, then the norm
 * under its abbreviation, for example {@code bn}. N x C x H x W to N x K x H' x W'.
 */
public final class ConvModule extends Layer {
  private final Conv2d conv;
  private final Norm norm;
  private final Activation activation;

  /**
   * Makes the layer.
   *
   * @param conv the convolution
   * @param norm normalises its output
   * @param activation is applied last
   */
  public ConvModule(Conv2d conv, Norm norm, Activation activation) {
    this.conv = addModule("conv", conv);
    this.norm = addModule(norm.abbreviation(), norm);
    this.activation = addModule("activate", activation);
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return activation.consume(context, norm.consume(context, conv.forward(context, input)));
  }
}
