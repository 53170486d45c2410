package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Parameter;

/**
 * The cosine of the angle between features and the nearest centre of each class: N x C to N x
 * classes, float32.
 */
final class ClassCentres extends Layer {
  private final Parameter weight;
  private final int classes;
  private final int centres;

  ClassCentres(ArcFaceClsHead.Options options) {
    this.classes = options.numClasses();
    this.centres = options.numSubcenters();
    this.weight =
        addParameter(
            "weight",
            new Shape((long) classes * centres, options.inChannels()),
            Distribution.fanInUniform(options.inChannels()));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray features = context.ops().normalize(context.ops().toFloat32(input), 1);
    NDArray directions = context.ops().normalize(context.get(weight), 1);
    // Not Ops.matmul: it would lower the precision that small angles need.
    NDArray cosines = features.matMul(directions.transpose());
    return centres == 1 ? cosines : cosines.reshape(-1, classes, centres).max(new int[] {2});
  }
}
