package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;

/**
 * A head without parameters: the last feature is the logits, for a backbone that ends in its own
 * classifier. {@code mmpretrain.models.ClsHead}.
 */
@Plugin(
    kind = Kind.HEAD,
    type = "ClsHead",
    summary = "Takes the last feature as logits; for backbones with their own classifier")
public final class ClsHead extends SoftmaxHead {
  /**
   * Options of {@link ClsHead}.
   *
   * @param loss the training objective
   * @param figures options about figures of training batches
   */
  public record Options(
      @Doc("training objective") @Default("{type: CrossEntropyLoss, loss_weight: 1.0}") Loss loss,
      @Inline TrainingFigures figures) {}

  /**
   * Makes the head.
   *
   * @param options the options
   */
  public ClsHead(Options options) {
    super(options.loss());
  }

  @Override
  public NDArray logits(Context context, List<NDArray> features) {
    return last(features);
  }
}
