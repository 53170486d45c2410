package io.vertebra.plugins.squeezenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.Relu;
import java.util.List;

/**
 * A pointwise convolution to few channels, then a pointwise and a 3 x 3 one side by side (Iandola
 * et al., SqueezeNet, 2016, section 3.2), {@code torchvision.models.squeezenet.Fire}: N x C x H x W
 * to N x K x H x W.
 */
final class Fire extends Layer {
  private final Conv2d squeeze;
  private final Conv2d pointwise;
  private final Conv2d spatial;
  private final Relu activation;

  /** Makes the block; each of the two convolutions gives half of the channels. */
  Fire(int in, int squeezed, int out) {
    this.squeeze = addModule("squeeze", Convolutions.of(in, squeezed, 1, 1, 0));
    this.pointwise = addModule("expand1x1", Convolutions.of(squeezed, out / 2, 1, 1, 0));
    this.spatial = addModule("expand3x3", Convolutions.of(squeezed, out / 2, 3, 1, 1));
    this.activation = addModule("activation", new Relu());
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray few = activation.forward(context, squeeze.forward(context, input));
    NDArray joined =
        context
            .ops()
            .concat(List.of(pointwise.forward(context, few), spatial.forward(context, few)), 1);
    return activation.forward(context, joined);
  }
}
