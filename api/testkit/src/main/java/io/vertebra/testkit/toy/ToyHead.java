package io.vertebra.testkit.toy;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.Linear;
import java.util.List;
import java.util.Map;

/** Scores two classes by a linear function of four features. */
@Plugin(kind = Kind.HEAD, type = "ToyHead", summary = "For tests: N x 4 features to two classes")
public final class ToyHead extends Head {
  private final Linear fc;

  /** Makes the head. */
  public ToyHead() {
    fc = addModule("fc", new Linear(4, 2, true));
  }

  @Override
  public NDArray logits(Context context, List<NDArray> features) {
    return fc.forward(context, features.get(features.size() - 1));
  }

  @Override
  public Map<String, NDArray> loss(Context context, List<NDArray> features, NDArray targets) {
    return Map.of("loss", context.ops().crossEntropy(logits(context, features), targets));
  }

  @Override
  public NDArray scores(Context context, List<NDArray> features) {
    return context.ops().softmax(logits(context, features), 1);
  }
}
