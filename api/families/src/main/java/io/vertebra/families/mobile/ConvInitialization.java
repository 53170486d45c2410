package io.vertebra.families.mobile;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Module;
import io.vertebra.nn.Conv2d;

/** Says what the convolutions of a new network are filled with. */
public final class ConvInitialization {
  private ConvInitialization() {}

  /**
   * Fills all convolutions of a network by Kaiming's rule, normal by fan-out with all output
   * channels counted whatever the groups ({@code mmengine.model.KaimingInit}); biases are zero.
   *
   * @param network the network
   */
  public static void kaiming(Module network) {
    if (network instanceof Conv2d convolution) {
      Shape weight = convolution.parameters().get("weight").shape();
      long fanOut = weight.get(0) * weight.get(2) * weight.get(3);
      convolution.initializeWith(Distribution.kaimingNormal(fanOut));
    }
    network.modules().values().forEach(ConvInitialization::kaiming);
  }
}
