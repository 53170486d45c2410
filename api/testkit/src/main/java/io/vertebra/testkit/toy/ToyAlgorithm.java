package io.vertebra.testkit.toy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Map;

/** Minimises the sum of squares of a weight that starts at ones, whatever the images are. */
@Plugin(
    kind = Kind.ALGORITHM,
    type = "ToyAlgorithm",
    summary = "For tests: a quadratic bowl, and scores of two classes by mean colour")
public final class ToyAlgorithm extends Algorithm {
  private final Parameter weight;

  /** Makes the algorithm. */
  public ToyAlgorithm() {
    weight = addParameter("weight", new Shape(2, 3), Distribution.ones());
  }

  @Override
  public Map<String, NDArray> loss(Context context, Batch batch) {
    NDArray values = context.get(weight);
    return Map.of("loss", values.mul(values).sum());
  }

  @Override
  public NDArray scores(Context context, NDArray images) {
    NDArray means = images.reshape(images.getShape().get(0), 3, -1).mean(new int[] {2});
    return context.ops().linear(means, context.get(weight), null);
  }
}
