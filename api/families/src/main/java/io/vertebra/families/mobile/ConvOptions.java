package io.vertebra.families.mobile;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;

/**
 * Which convolutions a network has, {@code conv_cfg} of MMCV.
 *
 * @param type the kind of convolution
 */
@ConfigSection
public record ConvOptions(
    @Doc("Conv2d pads both sides alike; Conv2dAdaptivePadding pads as TensorFlow's SAME")
        Type type) {
  /** The kinds of convolution. */
  public enum Type {
    /** Pads both sides alike. */
    @Key("Conv2d")
    PLAIN,
    /** Pads as TensorFlow's {@code SAME}: an odd row or column at the end. */
    @Key("Conv2dAdaptivePadding")
    ADAPTIVE_PADDING
  }
}
