package io.vertebra.engine.train;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.model.BatchAugments;
import io.vertebra.api.model.Loss;
import io.vertebra.api.train.TrainingRecipe;
import java.util.Optional;

/**
 * The recipe of a session.
 *
 * @param session what is trained, and by what data
 */
record SessionRecipe(TrainingSession session) implements TrainingRecipe {
  @Override
  public void switchPipeline(Pipeline pipeline) {
    session.training().dataset().switchPipeline(pipeline);
  }

  @Override
  public void switchBatchAugments(Optional<BatchAugments> augments) {
    session.learner().mixing().change(augments);
  }

  @Override
  public void switchLoss(Loss loss) {
    if (!loss.tensors().isEmpty()) {
      throw new IllegalArgumentException(
          "%s has arrays of its own (%s), which a run cannot take up in the middle"
              .formatted(
                  loss.getClass().getSimpleName(), String.join(", ", loss.tensors().keySet())));
    }
    session.learner().algorithm().switchLoss(loss);
  }
}
