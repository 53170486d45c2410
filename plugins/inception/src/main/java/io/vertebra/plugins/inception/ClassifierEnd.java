package io.vertebra.plugins.inception;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.Linear;

/**
 * Turns the last map into logits: a mean over all positions, dropout and a linear layer.
 *
 * @param dropout the dropout
 * @param linear the linear layer
 */
record ClassifierEnd(Dropout dropout, Linear linear) {
  /** N x C x H x W to N x classes. */
  NDArray forward(Context context, NDArray map) {
    NDArray means = context.ops().globalAvgPool2d(map);
    return linear.consume(context, dropout.consume(context, means));
  }
}
