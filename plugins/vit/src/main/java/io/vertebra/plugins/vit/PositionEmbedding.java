package io.vertebra.plugins.vit;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntPair;

/**
 * What is added to tokens to tell where they are.
 *
 * @param values 1 x (extra + rows * columns) x C
 * @param extra tokens that have no place, before the others
 * @param grid rows and columns of the places
 * @param mode how the places are resized to those of another image size
 */
record PositionEmbedding(Parameter values, int extra, IntPair grid, Interpolation mode) {
  /** Gives the values for a number of rows and columns ({@code resize_pos_embed}). */
  NDArray of(Context context, IntPair wanted) {
    NDArray all = context.get(values);
    if (wanted.equals(grid)) {
      return all;
    }
    long features = values.shape().get(2);
    NDArray map =
        all.get(":, " + extra + ":")
            .reshape(1, grid.first(), grid.second(), features)
            .transpose(0, 3, 1, 2);
    NDArray resized =
        context.ops().interpolate(map, wanted, mode).reshape(1, features, -1).transpose(0, 2, 1);
    return extra == 0 ? resized : all.get(":, :" + extra).concat(resized, 1);
  }
}
