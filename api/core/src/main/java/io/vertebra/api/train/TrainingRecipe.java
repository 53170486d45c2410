package io.vertebra.api.train;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.model.BatchAugments;
import io.vertebra.api.model.Loss;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a run trains by and may change between two epochs. Nothing of it is part of a checkpoint: a
 * hook that changes it does so again in a run that goes on, in {@link Hook#beforeTrain}.
 */
@ProviderType
public interface TrainingRecipe {
  /**
   * Sends training images through another pipeline from here on.
   *
   * @param pipeline the pipeline
   * @throws IllegalArgumentException if the training data cannot do so
   */
  void switchPipeline(Pipeline pipeline);

  /**
   * Mixes batches of training in another way from here on.
   *
   * @param augments the ways, or empty for none
   */
  void switchBatchAugments(Optional<BatchAugments> augments);

  /**
   * Trains by another loss from here on.
   *
   * @param loss the loss; one without arrays of its own
   * @throws IllegalArgumentException if the network cannot do so, or the loss has arrays
   */
  void switchLoss(Loss loss);
}
