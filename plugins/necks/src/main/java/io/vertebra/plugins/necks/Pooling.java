package io.vertebra.plugins.necks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;

/** Means over positions. */
final class Pooling {
  private Pooling() {}

  /** Gives N x C of N x C and so many axes of positions. */
  static NDArray mean(Context context, NDArray feature, int dim) {
    Shape shape = feature.getShape();
    if (shape.dimension() != dim + 2) {
      throw new IllegalArgumentException(
          "a neck that pools over %d axes takes features of %d axes, but the backbone gave %s"
              .formatted(dim, dim + 2, shape));
    }
    NDArray plane = dim == 2 ? feature : feature.reshape(shape.get(0), shape.get(1), -1, 1);
    return context.ops().globalAvgPool2d(plane);
  }
}
