package io.vertebra.api.model;

import static java.util.Objects.requireNonNull;

/**
 * A layer whose output class-activation maps can be drawn of (Selvaraju et al., Grad-CAM, 2017). A
 * pass shows it by {@link Context#show}.
 *
 * @param name the dotted name of the module
 * @param axes the axes of its output
 * @param extraTokens how many tokens without a place come before those of the patches; 0 where the
 *     output has rows and columns
 */
public record CamLayer(String name, Axes axes, int extraTokens) {
  /** The axes of an output. */
  public enum Axes {
    /** N x C x H x W. */
    MAP,
    /** N x H x W x C. */
    MAP_CHANNELS_LAST,
    /** N x L x C: the tokens of patches row by row, after the extra ones. */
    TOKENS
  }

  /** Checks that all is there. */
  public CamLayer {
    requireNonNull(name, "name is null");
    requireNonNull(axes, "axes is null");
    if (extraTokens < 0 || (extraTokens > 0 && axes != Axes.TOKENS)) {
      throw new IllegalArgumentException(
          "extraTokens is " + extraTokens + ", but must be 0, or more where the axes are tokens");
    }
  }

  /**
   * Names a layer of feature maps.
   *
   * @param name the dotted name of a module whose output is N x C x H x W
   * @return the layer
   */
  public static CamLayer map(String name) {
    return new CamLayer(name, Axes.MAP, 0);
  }

  /**
   * Names a layer of tokens.
   *
   * @param name the dotted name of a module whose output is N x L x C
   * @param extraTokens how many tokens without a place come first
   * @return the layer
   */
  public static CamLayer tokens(String name, int extraTokens) {
    return new CamLayer(name, Axes.TOKENS, extraTokens);
  }
}
