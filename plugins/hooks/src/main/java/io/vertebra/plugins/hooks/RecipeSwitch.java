package io.vertebra.plugins.hooks;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Transform;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.train.TrainingRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What training changes to at an epoch; what is left out stays as it is.
 *
 * @param actionEpoch the first epoch of the change
 * @param trainPipeline what is done to training images
 * @param batchAugments how batches are mixed
 * @param loss the training objective
 */
public record RecipeSwitch(
    @Doc("first epoch of the change, from 1") @Range(min = 1) int actionEpoch,
    @Doc("what is done to training images from there on") Optional<List<Transform>> trainPipeline,
    @Doc("how batches are mixed from there on; null for not at all, keep for no change")
        @Default("keep")
        Optional<MixingChange> batchAugments,
    @Doc("training objective from there on") Optional<Loss> loss) {
  /** Changes a recipe, and says what was changed. */
  List<String> apply(TrainingRecipe recipe) {
    List<String> changed = new ArrayList<>();
    if (batchAugments.isEmpty() || batchAugments.get().ways().isPresent()) {
      recipe.switchBatchAugments(batchAugments.flatMap(MixingChange::ways));
      changed.add("batch augments");
    }
    trainPipeline.ifPresent(
        transforms -> {
          recipe.switchPipeline(new Pipeline(transforms));
          changed.add("train pipeline");
        });
    loss.ifPresent(
        other -> {
          recipe.switchLoss(other);
          changed.add("loss");
        });
    return changed;
  }
}
