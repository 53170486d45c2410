package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import java.util.List;
import java.util.Optional;

/** A head for several labels an image: scores are the sigmoids of the logits. */
abstract class SigmoidHead extends LossHead {
  SigmoidHead(Loss loss) {
    super(loss, Optional.empty());
  }

  SigmoidHead(Loss loss, HeadSize size) {
    super(loss, Optional.of(size));
  }

  @Override
  public final NDArray scores(Context context, List<NDArray> features) {
    return context.ops().sigmoid(context.ops().toFloat32(logits(context, features)));
  }
}
