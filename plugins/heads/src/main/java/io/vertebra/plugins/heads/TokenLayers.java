package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Module;
import io.vertebra.nn.Linear;
import java.util.Optional;

/** The linear maps of a head on tokens, under the names that MMPretrain gives them. */
final class TokenLayers extends Module {
  private final Optional<Linear> hidden;
  private final Optional<Activation> activation;
  private final Linear head;
  private final Optional<Linear> distilled;

  TokenLayers(TokenHeadOptions options, boolean distilled) {
    this.hidden = options.hiddenDim().map(size -> addHidden(options.inChannels(), size));
    this.activation = hidden.map(linear -> addModule("act", options.actCfg().create()));
    this.head = addClasses("head", options);
    this.distilled = distilled ? Optional.of(addClasses("head_dist", options)) : Optional.empty();
  }

  private Linear addHidden(int inChannels, int size) {
    return addModule("pre_logits", new Linear(inChannels, size, true))
        .initializeWith(Distribution.truncatedNormal(Math.sqrt(1.0 / inChannels)));
  }

  private Linear addClasses(String name, TokenHeadOptions options) {
    int features = options.hiddenDim().orElse(options.inChannels());
    return addModule(name, new Linear(features, options.numClasses(), true))
        .initializeWith(Distribution.zeros());
  }

  NDArray ofClass(Context context, NDArray token) {
    return head.forward(context, preLogits(context, token));
  }

  NDArray ofDistillation(Context context, NDArray token) {
    return distilled.orElseThrow().forward(context, preLogits(context, token));
  }

  private NDArray preLogits(Context context, NDArray token) {
    if (hidden.isEmpty()) {
      return token;
    }
    return activation.orElseThrow().forward(context, hidden.get().forward(context, token));
  }
}
