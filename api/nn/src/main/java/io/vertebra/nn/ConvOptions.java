package io.vertebra.nn;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Doc;
import java.util.Optional;

/**
 * Which convolutions a network has, {@code conv_cfg} of MMCV.
 *
 * @param type the kind of convolution
 */
@ConfigSection
public record ConvOptions(
    @Doc(
            "Conv2d (or Conv) pads both sides alike; Conv2dAdaptivePadding pads as TensorFlow's"
                + " SAME; ConvWS standardises its weights")
        ConvType type) {
  /**
   * Gives the kind that options name.
   *
   * @param options the options; empty for plain convolutions
   * @return the kind
   */
  public static ConvType type(Optional<ConvOptions> options) {
    return options.map(ConvOptions::type).orElse(ConvType.CONV_2D);
  }
}
