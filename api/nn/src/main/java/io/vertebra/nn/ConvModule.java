package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import java.util.Optional;

/**
 * A convolution, then a norm and an activation where there are such, {@code mmcv.cnn.ConvModule}:
 * {@code conv}, then the norm under its abbreviation, for example {@code bn}. N x C x H x W to N x
 * K x H' x W'.
 */
public final class ConvModule extends Layer {
  private final Conv2d conv;
  private final Optional<Norm> norm;
  private final Optional<Activation> activation;

  /**
   * Makes the layer.
   *
   * @param conv the convolution
   * @param norm normalises its output
   * @param activation is applied last
   */
  public ConvModule(Conv2d conv, Norm norm, Activation activation) {
    this(conv, Optional.of(norm), Optional.of(activation));
  }

  /**
   * Makes the layer without an activation.
   *
   * @param conv the convolution
   * @param norm normalises its output
   */
  public ConvModule(Conv2d conv, Norm norm) {
    this(conv, Optional.of(norm), Optional.empty());
  }

  /**
   * Makes the layer without a norm.
   *
   * @param conv the convolution
   * @param activation is applied last
   */
  public ConvModule(Conv2d conv, Activation activation) {
    this(conv, Optional.empty(), Optional.of(activation));
  }

  private ConvModule(Conv2d conv, Optional<Norm> norm, Optional<Activation> activation) {
    this.conv = addModule("conv", conv);
    this.norm = norm;
    this.activation = activation;
    norm.ifPresent(layer -> addModule(layer.abbreviation(), layer));
    activation.ifPresent(layer -> addModule("activate", layer));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray output = conv.forward(context, input);
    if (norm.isPresent()) {
      output = norm.get().consume(context, output);
    }
    return activation.isPresent() ? activation.get().consume(context, output) : output;
  }
}
