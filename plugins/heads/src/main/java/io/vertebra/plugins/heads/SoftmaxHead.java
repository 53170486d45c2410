package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import java.util.List;
import java.util.Optional;

/** A head for one label an image: scores are the softmax of the logits. */
abstract class SoftmaxHead extends LossHead {
  SoftmaxHead(Loss loss) {
    super(loss, Optional.empty());
  }

  SoftmaxHead(Loss loss, HeadSize size) {
    super(loss, Optional.of(size));
  }

  @Override
  public final NDArray scores(Context context, List<NDArray> features) {
    NDArray logits = context.ops().toFloat32(logits(context, features));
    return context.ops().softmax(logits, 1);
  }
}
