package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.LayerNorm;
import io.vertebra.nn.Linear;

/**
 * Makes one token of two by two, with twice the features, {@code PatchMerging} of MMCV and
 * MMPretrain. The features of the four lie side by side for each feature: those of feature 0 first,
 * row by row. An odd last row or column is filled up with zeros. N x rows x columns x C to N x
 * rows/2 x columns/2 x 2C.
 */
final class PatchMerging extends Layer {
  private final LayerNorm norm;
  private final Linear reduction;
  private final boolean normLast;

  /** Makes the layer; the norm comes before the linear map or after it. */
  PatchMerging(int features, boolean normLast) {
    this.normLast = normLast;
    Linear linear = new Linear(4 * features, 2 * features, false);
    if (normLast) {
      this.reduction = addModule("reduction", linear);
      this.norm = addModule("norm", new LayerNorm(2 * features, SwinBlock.EPSILON));
    } else {
      this.norm = addModule("norm", new LayerNorm(4 * features, SwinBlock.EPSILON));
      this.reduction = addModule("reduction", linear);
    }
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray map = even(context, input.transpose(0, 3, 1, 2));
    Shape shape = map.getShape();
    long rows = shape.get(2) / 2;
    long columns = shape.get(3) / 2;
    NDArray merged =
        map.reshape(shape.get(0), shape.get(1), rows, 2, columns, 2)
            .transpose(0, 2, 4, 1, 3, 5)
            .reshape(shape.get(0), rows, columns, 4 * shape.get(1));
    return normLast
        ? norm.forward(context, reduction.forward(context, merged))
        : reduction.forward(context, norm.forward(context, merged));
  }

  private static NDArray even(Context context, NDArray map) {
    Shape shape = map.getShape();
    IntPair odd = new IntPair((int) (shape.get(2) % 2), (int) (shape.get(3) % 2));
    return odd.equals(IntPair.of(0)) ? map : context.ops().pad2d(map, IntPair.of(0), odd);
  }
}
