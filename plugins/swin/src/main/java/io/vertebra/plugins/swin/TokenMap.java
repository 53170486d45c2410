package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.options.IntPair;

/**
 * Tokens of a batch of images, in rows and columns.
 *
 * @param values N x (rows * columns) x C
 * @param grid rows and columns
 */
record TokenMap(NDArray values, IntPair grid) {
  TokenMap with(NDArray changed) {
    return new TokenMap(changed, grid);
  }

  /** Gives N x rows x columns x C. */
  NDArray rows() {
    Shape shape = values.getShape();
    return values.reshape(shape.get(0), grid.first(), grid.second(), shape.get(2));
  }

  /** Gives N x C x rows x columns. */
  NDArray map() {
    return rows().transpose(0, 3, 1, 2);
  }
}
