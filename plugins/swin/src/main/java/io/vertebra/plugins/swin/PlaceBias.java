package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.nn.Linear;

/** Makes a bias for each head of two coordinates: ... x 2 to ... x heads. */
final class PlaceBias extends Layer {
  private final Linear first;
  private final Linear second;

  PlaceBias(int hidden, int heads) {
    this.first = addModule("0", new Linear(2, hidden, true));
    this.second = addModule("2", new Linear(hidden, heads, false));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return second.forward(context, context.ops().relu(first.forward(context, input)));
  }
}
