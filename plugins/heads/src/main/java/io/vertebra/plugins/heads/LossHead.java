package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Averaging;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.Loss;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A head that trains by one loss of its logits, averaged over the samples whatever the number of
 * losses that a sample has. A head without a size of its own takes the last feature as logits.
 */
abstract class LossHead extends Head {
  private Loss loss;
  private final Optional<HeadSize> size;

  LossHead(Loss loss, Optional<HeadSize> size) {
    this.loss = addModule("loss_module", loss);
    this.size = size;
  }

  @Override
  public final Map<String, NDArray> loss(Context context, List<NDArray> features, NDArray targets) {
    NDArray logits = trainingLogits(context, features, targets);
    return Map.of("loss", loss.forward(context, logits, targets, Averaging.overSamples(logits)));
  }

  @Override
  public final void switchLoss(Loss other) {
    loss = other;
  }

  /** The logits that the loss sees; by default those of evaluation. */
  NDArray trainingLogits(Context context, List<NDArray> features, NDArray targets) {
    return logits(context, features);
  }

  @Override
  public final OptionalInt inChannels() {
    return size.map(own -> OptionalInt.of(own.inChannels())).orElseGet(OptionalInt::empty);
  }

  @Override
  public final OptionalInt numClasses(OptionalInt channels) {
    return size.map(own -> OptionalInt.of(own.numClasses())).orElse(channels);
  }

  /** The deepest feature, the only one that most heads look at. */
  static NDArray last(List<NDArray> features) {
    return features.get(features.size() - 1);
  }
}
