package io.vertebra.engine.model;

import io.vertebra.api.options.Key;

/** How the elements of feature maps and of the weights of convolutions follow in memory. */
public enum MemoryFormat {
  /** Plane after plane: N, C, H, W from the slowest to the fastest. */
  @Key("contiguous")
  CONTIGUOUS(0),
  /** The channels of a position side by side: N, H, W, C. Shapes stay N x C x H x W. */
  @Key("channels_last")
  CHANNELS_LAST(2);

  private final int code;

  MemoryFormat(int code) {
    this.code = code;
  }

  /** The number that the native library has for this format (c10/core/MemoryFormat.h). */
  int code() {
    return code;
  }

  /**
   * The name in configs and checkpoints.
   *
   * @return the name
   */
  public String label() {
    return this == CONTIGUOUS ? "contiguous" : "channels_last";
  }
}
