package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Widens angles by a margin: {@code cos(a + m)} of {@code cos a}. Where the sum would be more than
 * 180 degrees it is {@code cos a - m sin m}, which goes on falling.
 *
 * @param margins a margin for each class, in radians
 * @param easy whether angles above 90 degrees are left alone instead
 */
record AngularMargin(List<Double> margins, boolean easy) {
  /** The least square of a sine, as its root has no gradient at zero. */
  private static final float LEAST = 1e-12f;

  /** Gives N x classes of N x classes. */
  NDArray of(Context context, NDArray cosine) {
    NDArray sine = cosine.mul(cosine).neg().add(1).maximum(LEAST).sqrt();
    NDArray widened = cosine.mul(row(cosine, Math::cos)).sub(sine.mul(row(cosine, Math::sin)));
    NDArray otherwise = easy ? cosine : cosine.sub(row(cosine, m -> m * Math.sin(m)));
    NDArray bound = row(cosine, m -> easy ? 0 : -Math.cos(m));
    NDArray within = context.ops().toFloat32(cosine.gt(bound));
    return otherwise.add(widened.sub(otherwise).mul(within));
  }

  private NDArray row(NDArray like, DoubleUnaryOperator function) {
    float[] values = new float[margins.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) function.applyAsDouble(margins.get(i));
    }
    return like.getManager().create(values);
  }
}
