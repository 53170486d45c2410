package io.vertebra.testkit.toy;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.Linear;
import java.util.List;

/** Averages each of three channels and mixes the means. */
@Plugin(
    kind = Kind.BACKBONE,
    type = "ToyBackbone",
    summary = "For tests: N x 3 x H x W images to N x 4 features")
public final class ToyBackbone extends Backbone {
  private final Linear mix;

  /** Makes the network. */
  public ToyBackbone() {
    mix = addModule("mix", new Linear(3, 4, true));
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    NDArray means = images.reshape(images.getShape().get(0), 3, -1).mean(new int[] {2});
    return List.of(mix.forward(context, means));
  }
}
