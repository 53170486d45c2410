package io.vertebra.plugins.nasnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import java.util.List;

/**
 * The sum of two operations (Zoph et al., 2018, figure 2).
 *
 * @param left the one named {@code comb_iter_N_left}
 * @param right the one named {@code comb_iter_N_right}
 */
record Combination(Operand left, Operand right) {
  NDArray forward(Context context, List<NDArray> values) {
    return left.forward(context, values).add(right.forward(context, values));
  }
}
