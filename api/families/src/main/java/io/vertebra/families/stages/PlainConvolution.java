package io.vertebra.families.stages;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;

/**
 * The convolutions of a network that has one kind alone, {@code conv_cfg} of MMCV.
 *
 * @param type their kind
 */
@ConfigSection
public record PlainConvolution(@Doc("kind of the convolutions; there is the plain one") Type type) {
  /** The names of the plain convolution. */
  public enum Type {
    /** The name in PyTorch. */
    @Key("Conv2d")
    CONV_2D,
    /** The short name. */
    @Key("Conv")
    CONV
  }
}
