package io.vertebra.plugins.vit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.options.IntPair;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tokens of a batch of images.
 *
 * @param values N x (extra + rows * columns) x C
 * @param extra tokens that have no place, before the others
 * @param grid rows and columns of the places
 */
record Tokens(NDArray values, int extra, IntPair grid) {
  Tokens with(NDArray changed) {
    return new Tokens(changed, extra, grid);
  }

  List<NDArray> extras() {
    return IntStream.range(0, extra).mapToObj(index -> values.get(":, " + index)).toList();
  }

  NDArray patches() {
    return extra == 0 ? values : values.get(":, " + extra + ":");
  }

  NDArray map() {
    Shape shape = values.getShape();
    return patches()
        .reshape(shape.get(0), grid.first(), grid.second(), shape.get(2))
        .transpose(0, 3, 1, 2);
  }
}
