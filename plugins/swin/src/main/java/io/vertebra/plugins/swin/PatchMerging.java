package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.LayerNorm;
import io.vertebra.nn.Linear;

/**
 * Makes one token of two by two, with twice the features, {@code PatchMerging} of MMCV and
 * MMPretrain. The features of the four lie side by side for each feature: those of feature 0 first,
 * row by row. An odd last row or column is filled up with zeros.
 */
final class PatchMerging extends Module {
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

  TokenMap forward(Context context, TokenMap tokens) {
    IntPair grid = new IntPair((tokens.grid().first() + 1) / 2, (tokens.grid().second() + 1) / 2);
    NDArray map = even(context, tokens);
    Shape shape = map.getShape();
    NDArray merged =
        map.reshape(shape.get(0), shape.get(1), grid.first(), 2, grid.second(), 2)
            .transpose(0, 2, 4, 1, 3, 5)
            .reshape(shape.get(0), (long) grid.first() * grid.second(), 4 * shape.get(1));
    NDArray reduced =
        normLast
            ? norm.forward(context, reduction.forward(context, merged))
            : reduction.forward(context, norm.forward(context, merged));
    return new TokenMap(reduced, grid);
  }

  private static NDArray even(Context context, TokenMap tokens) {
    IntPair odd = new IntPair(tokens.grid().first() % 2, tokens.grid().second() % 2);
    return odd.equals(IntPair.of(0))
        ? tokens.map()
        : context.ops().pad2d(tokens.map(), IntPair.of(0), odd);
  }
}
