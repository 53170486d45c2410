package io.vertebra.api.model;

import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;

/** A non-linearity: any shape to the same shape. */
@ExtensionPoint(Kind.ACTIVATION)
public abstract class Activation extends Layer {
  /** Makes an activation with nothing in it. */
  protected Activation() {}
}
