package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.Linear;
import java.util.List;

/**
 * A linear classifier on the last feature, {@code mmpretrain.models.LinearClsHead}. Its new weights
 * are normally distributed with a standard deviation of 0.01, its new biases zero.
 */
@Plugin(
    kind = Kind.HEAD,
    type = "LinearClsHead",
    summary = "A linear classifier on the last feature")
public final class LinearClsHead extends SoftmaxHead {
  private final Linear fc;

  /**
   * Options of {@link LinearClsHead}.
   *
   * @param numClasses classes of the logits
   * @param inChannels channels of the feature
   * @param loss the training objective
   * @param figures options about figures of training batches
   */
  public record Options(
      @Doc("classes of the logits") @Range(min = 1) int numClasses,
      @Doc("channels of the last feature") @Range(min = 1) int inChannels,
      @Doc("training objective") @Default("{type: CrossEntropyLoss, loss_weight: 1.0}") Loss loss,
      @Inline TrainingFigures figures) {}

  /**
   * Makes the head.
   *
   * @param options the options
   */
  public LinearClsHead(Options options) {
    super(options.loss(), new HeadSize(options.inChannels(), options.numClasses()));
    fc = addModule("fc", new Linear(options.inChannels(), options.numClasses(), true));
    fc.initializeWith(new Distribution.Normal(0, 0.01));
  }

  @Override
  public NDArray logits(Context context, List<NDArray> features) {
    return fc.forward(context, last(features));
  }
}
