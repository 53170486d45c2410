package io.vertebra.plugins.layers;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/**
 * The product of a value and the sigmoid of 1.702 times it, the approximation of GELU that CLIP was
 * trained with, {@code mmpretrain.models.utils.QuickGELU}.
 */
@Plugin(
    kind = Kind.ACTIVATION,
    type = "QuickGELU",
    summary = "GELU approximated by a sigmoid, as CLIP has it")
public final class QuickGelu extends Activation {
  private static final float SLOPE = 1.702f;

  /** Makes the activation. */
  public QuickGelu() {}

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().sigmoid(input.mul(SLOPE)).mul(input);
  }
}
