package io.vertebra.families.residual;

import io.vertebra.api.options.Key;

/** Which convolution of a bottleneck has the stride. */
public enum ResidualStyle {
  /** The 3 x 3 convolution. */
  @Key("pytorch")
  PYTORCH,
  /** The first 1 x 1 convolution. */
  @Key("caffe")
  CAFFE
}
