package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.Loss;
import java.util.List;
import java.util.Map;

/** A head for one label an image: scores are the softmax of the logits. */
abstract class SoftmaxHead extends Head {
  private Loss loss;

  SoftmaxHead(Loss loss) {
    this.loss = addModule("loss_module", loss);
  }

  @Override
  public final Map<String, NDArray> loss(Context context, List<NDArray> features, NDArray targets) {
    return Map.of("loss", loss.forward(context, logits(context, features), targets));
  }

  @Override
  public final NDArray scores(Context context, List<NDArray> features) {
    NDArray logits = context.ops().toFloat32(logits(context, features));
    return context.ops().softmax(logits, 1);
  }

  @Override
  public final void switchLoss(Loss other) {
    loss = other;
  }

  /** The deepest feature, the only one that a head of this kind looks at. */
  static NDArray last(List<NDArray> features) {
    return features.get(features.size() - 1);
  }
}
