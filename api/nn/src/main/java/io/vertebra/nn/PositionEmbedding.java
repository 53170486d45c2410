package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Ops;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntPair;

/**
 * What is added to tokens to tell where they are, {@code mmpretrain.models.utils.resize_pos_embed}.
 * It is no module: the parameter belongs to the network, under the name that the network gives it.
 * Checkpoints for another size of images are taken as of square images.
 */
public final class PositionEmbedding {
  private final Parameter values;
  private final int extra;
  private final IntPair grid;
  private final Interpolation mode;

  /**
   * Makes an embedding of a parameter, and lets it take checkpoints for another size of images.
   *
   * @param values 1 x (extra + rows * columns) x C
   * @param extra tokens that have no place, before the others
   * @param grid rows and columns of the places
   * @param mode how the places are resized to those of another image size
   */
  public PositionEmbedding(Parameter values, int extra, IntPair grid, Interpolation mode) {
    this.values = values;
    this.extra = extra;
    this.grid = grid;
    this.mode = mode;
    values.resizeWith(this::fitted);
  }

  /**
   * The parameter.
   *
   * @return it
   */
  public Parameter values() {
    return values;
  }

  /**
   * How many tokens have no place.
   *
   * @return how many there are before the others
   */
  public int extra() {
    return extra;
  }

  /**
   * Gives the values for a number of rows and columns.
   *
   * @param context the arrays and operations of this pass
   * @param wanted the rows and columns of patches
   * @return 1 x (extra + rows * columns) x C
   */
  public NDArray of(Context context, IntPair wanted) {
    NDArray all = context.get(values);
    return wanted.equals(grid) ? all : resized(context.ops(), all, grid, wanted);
  }

  private NDArray fitted(Ops ops, NDArray given) {
    Shape shape = given.getShape();
    long features = values.shape().get(2);
    boolean sequence = shape.dimension() == 3 && shape.get(0) == 1 && shape.get(2) == features;
    int side = sequence ? (int) Math.round(Math.sqrt((double) shape.get(1) - extra)) : 0;
    if (side < 1 || (long) side * side + extra != shape.get(1)) {
      throw new IllegalArgumentException(
          "position embeddings of shape %s are not 1 x (%d + rows * columns) x %d of a square image"
              .formatted(shape, extra, features));
    }
    return resized(ops, given, IntPair.of(side), grid);
  }

  private NDArray resized(Ops ops, NDArray all, IntPair from, IntPair to) {
    long features = values.shape().get(2);
    NDArray map =
        all.get(":, " + extra + ":")
            .reshape(1, from.first(), from.second(), features)
            .transpose(0, 3, 1, 2);
    NDArray resized = ops.interpolate(map, to, mode).reshape(1, features, -1).transpose(0, 2, 1);
    return extra == 0 ? resized : all.get(":, :" + extra).concat(resized, 1);
  }
}
