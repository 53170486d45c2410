package io.vertebra.api.model;

import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;

/**
 * Normalises features: N x C x ... to the same shape. Its constructor takes a {@link NormContext}
 * from the network that it is part of.
 */
@ExtensionPoint(Kind.NORM)
public abstract class Norm extends Layer {
  /** Makes a norm with nothing in it. */
  protected Norm() {}

  /**
   * What its name within a network starts with, as MMCV has it: {@code bn}, {@code ln}. The first
   * batch norm of a residual block is {@code bn1}.
   *
   * @return a short name, without dots
   */
  public abstract String abbreviation();
}
