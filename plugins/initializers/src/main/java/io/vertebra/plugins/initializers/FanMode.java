package io.vertebra.plugins.initializers;

import io.vertebra.api.options.Key;

/** Which side of a weight keeps its scale. */
public enum FanMode {
  /** That of features. */
  @Key("fan_in")
  IN,
  /** That of gradients. */
  @Key("fan_out")
  OUT;

  /** Picks the number of a weight. */
  long of(Fans fans) {
    return this == IN ? fans.in() : fans.out();
  }
}
